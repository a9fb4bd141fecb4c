import type { AppContext, Viewer } from '../../context.ts'
import { LogInFirst } from '../../lib/http/errors.ts'
import type { Post } from '../posts/posts.types.ts'
import { addFollow, removeFollow } from './post-follows.repository.ts'

/** `wish` is what the button said: however often it is pressed, the outcome is the same. Whoever may read the post, and has read it before, may follow it. */
export async function followPost(ctx: AppContext, viewer: Viewer, post: Pick<Post, 'id'>, wish: 'add' | 'remove'): Promise<void> {
  if (viewer.memberId === null) throw new LogInFirst()
  const at = { memberId: viewer.memberId, postId: post.id }
  if (wish === 'add') await addFollow(ctx.db, { ...at, createdAt: ctx.clock.now() })
  else await removeFollow(ctx.db, at)
}
