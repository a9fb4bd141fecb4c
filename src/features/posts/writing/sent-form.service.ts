import type { AppContext, Viewer } from '../../../context.ts'
import { readForm } from '../../../lib/http/form.ts'
import { renderWritten } from '../bodies/render-body.read-models.ts'
import { PreviewForm } from '../posts.schemas.ts'
import type { FormLook } from './post-form.types.ts'
import type { TypedPost } from './typed-post.service.ts'

/** How a form comes back that was sent but made no post, whoever sent it. */

/** Not sent off yet: the writer looks at it, or has put pictures in. */
export async function unfinished(ctx: AppContext, viewer: Viewer, typed: TypedPost, postId: number | null = null): Promise<FormLook> {
  const { draft, refused, added } = typed
  const status = refused.length > 0 ? 422 : 200
  if (typed.action === 'preview') {
    const form = readForm(PreviewForm, draft)
    if (!form.ok) return refusedLook(typed, form)
    const { body } = await renderWritten(ctx, { source: form.data.body, ownerId: viewer.memberId ?? 0, postId })
    return { draft, refused, status, previewHtml: body.html }
  }
  if (added > 0) return { draft, refused, status, notice: { kind: 'success', key: 'posts.imagesAdded', count: added } }
  return refused.length > 0 ? { draft, refused, status } : { draft, status: 422, errors: { images: 'posts.noImages' } }
}

export const refusedLook = ({ draft, refused }: TypedPost, form: { ok: boolean; errors?: Record<string, string> }): FormLook => ({
  draft,
  refused,
  errors: form.errors ?? {},
  status: 422,
})

export const tooFast = ({ draft }: TypedPost): FormLook => ({ draft, status: 429, notice: { kind: 'danger', key: 'posts.tooFast' } })
