import type { Board } from '../boards/boards.types.ts'
import { mayAskFor } from '../link-cards/link-cards.policy.ts'
import type { Post } from '../posts/posts.types.ts'

/** A guest has no room of their own that copies could take. */
export const mayCopyFor = (
  board: Pick<Board, 'consultation' | 'copyImages'>,
  post: Pick<Post, 'status' | 'secret' | 'authorId'>,
): post is typeof post & { authorId: number } => board.copyImages && post.authorId !== null && mayAskFor(board, post)
