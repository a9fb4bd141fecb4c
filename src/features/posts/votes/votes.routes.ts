import type { AppContext } from '../../../context.ts'
import { membersOnly } from '../../../lib/http/access.ts'
import { wantsPart } from '../../../lib/http/asked-by-script.ts'
import { BadRequest } from '../../../lib/http/errors.ts'
import { readForm } from '../../../lib/http/form.ts'
import { json, redirect } from '../../../lib/http/reply.ts'
import { returnTo } from '../../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../../lib/http/route.ts'
import { loadBoard } from '../../boards/boards.read-models.ts'
import { postPath } from '../posts.paths.ts'
import { loadPost } from '../posts.read-models.ts'
import { PostParams, VoteForm } from '../posts.schemas.ts'
import { vote } from './votes.service.ts'
import { voteButtons } from './votes.types.ts'

export function voteRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)

  post('/:board/:number/vote', { access: membersOnly, params: PostParams }, async ({ viewer, reader, params, body, req }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const voted = await loadPost(ctx, viewer, board, params.number)
    const form = readForm(VoteForm, body)
    if (!form.ok) throw new BadRequest('no such vote')
    const counts = await vote(ctx, viewer, { board, post: voted }, form.data.vote)
    if (wantsPart(req)) return json(voteButtons(reader, board, counts))
    return redirect(`${returnTo(form.data.returnTo, postPath(board, params.number))}#votes`)
  })

  return { router, doors }
}
