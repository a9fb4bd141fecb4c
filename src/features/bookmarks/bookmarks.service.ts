import type { AppContext, Viewer } from '../../context.ts'
import { LogInFirst, NotFound } from '../../lib/http/errors.ts'
import type { Post } from '../posts/posts.types.ts'
import * as repository from './bookmarks.repository.ts'
import type { Bookmark } from './bookmarks.types.ts'

/** `wish` is what the button said: however often it is pressed, the outcome is the same. The post was read before: whoever may, may keep it. */
export async function bookmark(ctx: AppContext, viewer: Viewer, post: Pick<Post, 'id'>, wish: 'add' | 'remove'): Promise<void> {
  const at = { memberId: ownerOf(viewer), postId: post.id }
  if (wish === 'add') await repository.addBookmark(ctx.db, { ...at, createdAt: ctx.clock.now() })
  else await repository.removeBookmarkOf(ctx.db, at)
}

/** @throws NotFound for one that is no more, or another member's */
export async function changeBookmark(
  ctx: AppContext,
  viewer: Viewer,
  id: number,
  change: Pick<Bookmark, 'folder' | 'note'>,
): Promise<void> {
  const at = { id, memberId: ownerOf(viewer) }
  if (!(await repository.findBookmark(ctx.db, at))) throw new NotFound('no such bookmark')
  await repository.updateBookmark(ctx.db, at, change)
}

export async function removeBookmark(ctx: AppContext, viewer: Viewer, id: number): Promise<void> {
  await repository.removeBookmark(ctx.db, { id, memberId: ownerOf(viewer) })
}

function ownerOf({ memberId }: Viewer): number {
  if (memberId === null) throw new LogInFirst()
  return memberId
}
