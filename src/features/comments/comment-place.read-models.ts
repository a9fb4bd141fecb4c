import type { AppContext, Viewer } from '../../context.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { loadPost } from '../posts/posts.read-models.ts'
import type { Place } from './comments.types.ts'

/** @throws NotFound when there is no such post, or none for this viewer */
export async function loadPlace(ctx: AppContext, viewer: Viewer, at: { board: string; number: number }): Promise<Place> {
  const board = await loadBoard(ctx, viewer, at.board)
  return { board, post: await loadPost(ctx, viewer, board, at.number) }
}
