import { guest } from '../../context.ts'
import { canReadOn, seesAllPosts } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'

/** A feed is read by a program of nobody: it holds what guests may read, or there is none. */
export const hasFeed = (board: Board): boolean =>
  board.feedEnabled && board.secret !== 'always' && canReadOn(guest, board) && seesAllPosts(guest, board)
