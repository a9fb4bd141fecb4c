import type { AppContext } from '../../../context.ts'
import { renderForEditor } from '../../../lib/html/editor-markup.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { readForm } from '../../../lib/http/form.ts'
import { json } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { editorTextPath } from '../posts.paths.ts'
import { PreviewForm } from '../posts.schemas.ts'
import { BODY_LENGTH } from '../posts.types.ts'

/** The editor shows a text by the one parser that there is: the server's. */
export function editorTextRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)

  post(editorTextPath, { access: membersOnly }, async ({ reader, body }) => {
    const form = readForm(PreviewForm, body)
    if (!form.ok) return json({ error: reader.t('posts.body.tooLong', { max: BODY_LENGTH }) }, 422)
    return json({ html: renderForEditor(form.data.body) })
  })

  return { router, doors }
}
