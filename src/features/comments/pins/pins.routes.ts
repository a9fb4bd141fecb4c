import type { AppContext } from '../../../context.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { BadRequest } from '../../../lib/http/errors.ts'
import { readForm } from '../../../lib/http/form.ts'
import { redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { loadComment } from '../comments.read-models.ts'
import { CommentParams, PinForm } from '../comments.schemas.ts'
import { pinComment } from './pins.service.ts'

export function commentPinRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)

  post('/:board/:number/comments/:comment/pin', { access: membersOnly, params: CommentParams }, async ({ viewer, params, body }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadComment(ctx, place, params.comment)
    const form = readForm(PinForm, body)
    if (!form.ok) throw new BadRequest('neither pinned nor taken down')
    const { pin } = form.data
    await pinComment(ctx, viewer, { ...place, comment }, pin)
    return redirect(`${postPath(place.board, params.number)}#comments`, {
      kind: 'success',
      key: pin === 'yes' ? 'comments.flash.pinned' : 'comments.flash.unpinned',
    })
  })

  return { router, doors }
}
