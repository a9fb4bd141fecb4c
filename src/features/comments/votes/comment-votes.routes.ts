import type { AppContext } from '../../../context.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { BadRequest } from '../../../lib/http/errors.ts'
import { readForm } from '../../../lib/http/form.ts'
import { json, redirect } from '../../../lib/http/reply.ts'
import { returnTo } from '../../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { postPath } from '../../posts/posts.paths.ts'
import { voteButtons } from '../../posts/votes/votes.types.ts'
import { loadPlace } from '../comment-place.read-models.ts'
import { commentAnchor } from '../comments.paths.ts'
import { loadComment } from '../comments.read-models.ts'
import { CommentParams, CommentVoteForm } from '../comments.schemas.ts'
import { voteOnComment } from './comment-votes.service.ts'

export function commentVoteRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)

  post('/:board/:number/comments/:comment/vote', { access: membersOnly, params: CommentParams }, async (call) => {
    const { viewer, reader, params, body, req } = call
    const place = await loadPlace(ctx, viewer, params)
    const comment = await loadComment(ctx, place, params.comment)
    const form = readForm(CommentVoteForm, body)
    if (!form.ok) throw new BadRequest('no such vote')
    const counts = await voteOnComment(ctx, viewer, { ...place, comment }, form.data.vote)
    if (req.accepts(['html', 'json']) === 'json') return json(voteButtons(reader, place.board, counts))
    // The page of the thread on which it was pressed: by votes the comment may stand on another one by now.
    return redirect(`${returnTo(form.data.returnTo, postPath(place.board, params.number))}${commentAnchor(comment.number)}`)
  })

  return { router, doors }
}
