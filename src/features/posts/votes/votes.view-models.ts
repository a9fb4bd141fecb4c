import type { Reader } from '../../../context.ts'
import type { Board } from '../../boards/boards.types.ts'
import { votePath } from '../posts.paths.ts'
import { canVoteFor } from '../posts.policy.ts'
import type { Post } from '../posts.types.ts'
import { type VoteButtons, voteButtons } from './votes.types.ts'

/** What `views/posts/_vote.ejs` prints; null where a board has no votes. */
export interface VoteBox extends VoteButtons {
  /** null for who may not vote: the counts stand alone. */
  action: string | null
  logInPath: string | null
}

export function voteBox(reader: Reader, board: Board, post: Post & { ownVote: number | null }, address: string): VoteBox | null {
  if (board.votes === 'none') return null
  const { viewer } = reader
  return {
    ...voteButtons(reader, board, post),
    action: canVoteFor(viewer, board, post) ? votePath(board, post.number) : null,
    logInPath: viewer.memberId === null ? `/login?returnTo=${encodeURIComponent(address)}` : null,
  }
}
