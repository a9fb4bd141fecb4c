import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'

/** To ask for a page tells its owner that somebody wrote of it: what stands in a post that not all readers of the board see is told to nobody. */
export const mayAskFor = (board: Pick<Board, 'consultation'>, post: Pick<Post, 'status' | 'secret'>): boolean =>
  post.status === 'visible' && post.secret === 0 && !board.consultation
