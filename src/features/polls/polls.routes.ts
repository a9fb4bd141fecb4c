import type { AppContext } from '../../context.ts'
import { membersOnly, policyDecides } from '../../lib/http/access.ts'
import { BadRequest, Conflict } from '../../lib/http/errors.ts'
import type { Flash } from '../../lib/http/flash.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { returnTo } from '../../lib/http/return-to.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import { votePoll } from './poll-votes.service.ts'
import { BallotForm, PollParams } from './polls.schemas.ts'
import { loadVoters } from './voters.read-models.ts'
import { votersPage } from './voters.view-models.ts'

export function pollRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)

  get('/:board/:number/poll', { access: policyDecides, replica: true, params: PollParams }, async ({ viewer, reader, params }) =>
    votersPage(reader, await loadVoters(ctx, viewer, params)),
  )

  post('/:board/:number/poll', { access: membersOnly, params: PollParams }, async ({ viewer, params, body }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    const asked = await loadPost(ctx, viewer, board, params.number)
    const form = readForm(BallotForm, body)
    if (!form.ok) throw new BadRequest('no such ballot')
    const back = `${returnTo(form.data.returnTo, postPath(board, params.number))}#poll`
    const positions = form.data.action === 'back' ? [] : form.data.positions
    if (form.data.action === 'vote' && positions.length === 0) return redirect(back, { kind: 'danger', key: 'polls.none' })
    const told = await votePoll(ctx, viewer, { board, post: asked }, positions).then(
      (): Flash => ({ kind: 'success', key: positions.length > 0 ? 'polls.voted' : 'polls.takenBack' }),
      refusal,
    )
    return redirect(back, told)
  })

  return { router, doors }
}

/** What the poll itself refuses is said where it stands. */
function refusal(error: unknown): Flash {
  if (error instanceof Conflict && error.advice) return { kind: 'danger', key: error.advice }
  throw error
}
