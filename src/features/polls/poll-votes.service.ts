import type { AppContext, Viewer } from '../../context.ts'
import { createTogether, type Together } from '../../lib/db/together.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Conflict, Forbidden, type HttpError } from '../../lib/http/errors.ts'
import type { Board } from '../boards/boards.types.ts'
import { canReadPost } from '../posts/posts.policy.ts'
import { holdPost } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { isOpen } from './polls.policy.ts'
import * as repository from './polls.repository.ts'
import type { Poll } from './polls.types.ts'

interface Ballot {
  viewer: Viewer
  board: Board
  memberId: number
  to: number[]
}

/** What one transaction takes in: everybody in it waits for the rows of all. */
const MOST_AT_ONCE = 50

/**
 * What the member takes now, in place of whatever they took before; nothing takes the vote back. However often and from wherever it comes, it comes
 * to the same.
 */
export async function votePoll(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  positions: readonly number[],
): Promise<void> {
  const { memberId } = viewer
  if (memberId === null) throw new Forbidden('guests do not vote')
  const to = [...new Set(positions)].sort((a, b) => a - b)
  const refused = await countTogether(ctx)(post.id, { viewer, board, memberId, to })
  if (refused) throw refused
}

/** Every vote of a poll holds its post: those that come at once are counted at once. */
const countTogether = (ctx: AppContext): Together<Ballot, HttpError | null> =>
  ctx.memory.own('count-votes', () =>
    createTogether<Ballot, HttpError | null>(MOST_AT_ONCE, (postId, ballots) =>
      inTransaction(ctx.db, async (trx) => {
        const post = await holdPost(trx, postId)
        const poll = post && (await repository.findPoll(trx, postId))
        const voters = ballots.map(({ memberId }) => memberId)
        const before = poll ? await repository.findVotes(trx, postId, voters) : new Map<number, number[]>()
        const after = new Map(before)
        const now = ctx.clock.now()
        // In their order: of two by the same member the second finds what the first left.
        const answers = ballots.map((ballot) => {
          const from = after.get(ballot.memberId) ?? []
          const refused = refusalOf(ballot, { post, poll, from, now })
          if (!refused) after.set(ballot.memberId, ballot.to)
          return refused
        })
        await repository.changeVotes(trx, postId, { before, after, now })
        return answers
      }),
    ),
  )

function refusalOf(
  { viewer, board, to }: Ballot,
  { post, poll, from, now }: { post: Post | undefined; poll: Poll | undefined; from: readonly number[]; now: Date },
): HttpError | null {
  if (!post || !canReadPost(viewer, board, post)) return new Forbidden('may not vote here')
  if (!poll || !isOpen(poll, post, now)) return new Conflict('the poll is closed', 'polls.closed')
  if (!isPossible(poll, to)) return new Conflict('no such choice', 'polls.tooMany')
  const stays = from.join() === to.join()
  return poll.fixed && from.length > 0 && !stays ? new Conflict('the vote stays as it is', 'polls.isFixed') : null
}

const isPossible = ({ choices, most }: Poll, wanted: readonly number[]): boolean =>
  wanted.length <= most && wanted.every((position) => choices.some((choice) => choice.position === position))
