import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { addClick, findLink } from './post-extras.repository.ts'
import { loadPost } from './posts.read-models.ts'
import { isFirstToday, type Visit } from './views/view-counts.service.ts'

/** @returns where the link of a post leads, for whoever may read the post. A reader's first click of a day is counted, and holds nobody up. */
export async function followLink(
  ctx: AppContext,
  viewer: Viewer,
  at: { board: string; number: number; position: number },
  visit: Visit,
): Promise<string> {
  const board = await loadBoard(ctx, viewer, at.board)
  const post = await loadPost(ctx, viewer, board, at.number)
  const link = await findLink(ctx.db, post.id, at.position)
  if (!link) throw new NotFound('no such link')
  countClick(ctx, viewer, { postId: post.id, position: at.position }, visit).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'a click went uncounted'),
  )
  return link.url
}

async function countClick(ctx: AppContext, viewer: Viewer, { postId, position }: { postId: number; position: number }, visit: Visit) {
  if (await isFirstToday(ctx, viewer, `clicked:${postId}:${position}`, visit)) await addClick(ctx.db, postId, position)
}
