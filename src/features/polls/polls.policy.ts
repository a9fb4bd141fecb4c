import type { Viewer } from '../../context.ts'
import { canWriteOn, moderates } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Poll } from './polls.types.ts'

/** Pure questions about polls. Whether somebody may read the post was asked before. */

export const canAddPoll = (viewer: Viewer, board: Board): boolean =>
  viewer.memberId !== null &&
  canWriteOn(viewer, board) &&
  (board.polls === 'members' || (board.polls === 'staff' && moderates(viewer, board)))

export const isOver = ({ endsAt }: Pick<Poll, 'endsAt'>, now: Date): boolean => endsAt !== null && endsAt <= now

/** A locked post takes nothing more, no vote either. */
export const isOpen = (poll: Pick<Poll, 'endsAt'>, post: { status: string; lockedAt: Date | null }, now: Date): boolean =>
  post.status === 'visible' && post.lockedAt === null && !isOver(poll, now)

/** The same for all: neither its author nor staff see how it stands before others do. */
export function seesResults({ results, ...poll }: Pick<Poll, 'results' | 'endsAt'>, hasVoted: boolean, now: Date): boolean {
  if (results === 'always' || isOver(poll, now)) return true
  return results === 'voted' && hasVoted
}
