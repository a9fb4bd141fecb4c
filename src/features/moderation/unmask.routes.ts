import type { AppContext, Viewer } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { Conflict } from '../../lib/http/errors.ts'
import { emptyForm, readForm } from '../../lib/http/form.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadPlace } from '../comments/comment-place.read-models.ts'
import { loadDrawnComment } from '../comments/comments.read-models.ts'
import { CommentParams, PostParams, reasonForm } from './moderation.schemas.ts'
import { isMasked, type Masked, unmask } from './unmask.service.ts'
import { unmaskedPage, unmaskPage } from './unmask.view-models.ts'

/** Who wrote on an anonymous board: asked with a reason, answered once, on record. */
export function unmaskRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  for (const [path, params] of [
    ['/:board/:number/unmask', PostParams],
    ['/:board/:number/comments/:comment/unmask', CommentParams],
  ] as const) {
    get(path, { access: administratorsOnly, params }, async ({ viewer, reader, params: at }) =>
      unmaskPage(reader, await loadMasked(ctx, viewer, at), emptyForm),
    )

    post(path, { access: administratorsOnly, params }, async ({ viewer, reader, params: at, body }) => {
      const masked = await loadMasked(ctx, viewer, at)
      const form = readForm(reasonForm('unmask'), body)
      if (!form.ok) return unmaskPage(reader, masked, form)
      return unmaskedPage(reader, masked, await unmask(ctx, viewer, masked, form.data.reason))
    })
  }

  return { router, doors }
}

async function loadMasked(ctx: AppContext, viewer: Viewer, at: { board: string; number: number; comment?: number }) {
  const place = await loadPlace(ctx, viewer, at)
  const masked = { ...place, comment: at.comment === undefined ? null : await loadDrawnComment(ctx, place, at.comment) }
  if (!isMasked(masked satisfies Masked)) throw new Conflict('nothing to unmask', 'moderation.stateChanged')
  return masked
}
