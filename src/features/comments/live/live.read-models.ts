import type { AppContext } from '../../../context.ts'
import type { Post } from '../../posts/posts.types.ts'

/** Numbers of the newest comments, by post. */
export async function lastNumbers({ db }: Pick<AppContext, 'db'>, postIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db<Post>('posts')
    .whereIn('id', [...postIds])
    .select('id', 'lastCommentNumber')
  return new Map(rows.map(({ id, lastCommentNumber }) => [id, lastCommentNumber]))
}
