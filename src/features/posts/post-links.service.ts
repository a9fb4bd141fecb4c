import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { addClick, findLink } from './post-extras.repository.ts'
import { loadPost } from './posts.read-models.ts'

/** @returns where the link of a post leads, for whoever may read the post; a reader's click is counted */
export async function followLink(
  ctx: AppContext,
  viewer: Viewer,
  at: { board: string; number: number; position: number },
  { counted }: { counted: boolean },
): Promise<string> {
  const board = await loadBoard(ctx, viewer, at.board)
  const post = await loadPost(ctx, viewer, board, at.number)
  const link = await findLink(ctx.db, post.id, at.position)
  if (!link) throw new NotFound('no such link')
  if (counted) await addClick(ctx.db, post.id, at.position)
  return link.url
}
