import type { AppContext } from '../../../context.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { BadRequest } from '../../../lib/http/errors.ts'
import { readForm } from '../../../lib/http/form.ts'
import { redirect } from '../../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { loadComment } from '../comments.read-models.ts'
import { AcceptForm, CommentParams } from '../comments.schemas.ts'
import { acceptAnswer } from './answers.service.ts'

export function answerRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)

  post('/:board/:number/comments/:comment/accept', { access: membersOnly, params: CommentParams }, async ({ viewer, params, body }) => {
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadComment(ctx, place, params.comment)
    const form = readForm(AcceptForm, body)
    if (!form.ok) throw new BadRequest('neither accepted nor taken back')
    const { accept } = form.data
    await acceptAnswer(ctx, viewer, { ...place, comment }, accept)
    return redirect(`${postPath(place.board, params.number)}#comments`, {
      kind: 'success',
      key: accept === 'yes' ? 'comments.flash.accepted' : 'comments.flash.unaccepted',
    })
  })

  return { router, doors }
}
