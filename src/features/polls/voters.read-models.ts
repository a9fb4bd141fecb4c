import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import type { Post } from '../posts/posts.types.ts'
import { seesResults } from './polls.policy.ts'
import { findPoll } from './polls.repository.ts'
import type { Poll } from './polls.types.ts'

/** Who chose what in an open ballot. */
export interface Voters {
  board: Board
  post: Post
  poll: Poll
  /** Nicknames by position, the first who chose it first; null: who left. Never more than so many. */
  names: Map<number, (string | null)[]>
}

const NAMES = 200

/** @throws NotFound of a secret ballot, and while its results are not for this reader: that is where the names stand */
export async function loadVoters(ctx: AppContext, viewer: Viewer, at: { board: string; number: number }): Promise<Voters> {
  const board = await loadBoard(ctx, viewer, at.board)
  const post = await loadPost(ctx, viewer, board, at.number)
  const poll = await findPoll(ctx.db, post.id)
  if (!poll?.named || !seesResults(poll, await hasVoted(ctx, viewer, post), ctx.clock.now())) throw new NotFound('no open ballot')
  const slices = poll.choices.map(({ position }) =>
    ctx.db('poll_votes').where({ postId: post.id, position }).orderBy('createdAt').limit(NAMES).select('memberId', 'position', 'createdAt'),
  )
  const rows: { position: number; nickname: string | null }[] = await ctx.db
    .from(ctx.db.queryBuilder().unionAll(slices, true).as('v'))
    .leftJoin('members as m', 'm.id', 'v.memberId')
    .orderBy(['v.position', 'v.createdAt', 'v.memberId'])
    .select('v.position', 'm.nickname')
  const names = new Map(poll.choices.map(({ position }): [number, (string | null)[]] => [position, []]))
  for (const { position, nickname } of rows) names.get(position)?.push(nickname)
  return { board, post, poll, names }
}

const hasVoted = async ({ db }: AppContext, { memberId }: Viewer, { id: postId }: Post): Promise<boolean> =>
  memberId !== null && (await db('poll_votes').where({ postId, memberId }).first('position')) !== undefined
