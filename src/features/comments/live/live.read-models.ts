import type { AppContext } from '../../../context.ts'
import type { Post } from '../../posts/posts.types.ts'

/** How far comments of a post are known: the number of the newest, and that of the newest change. */
export interface Known {
  last: number
  changes: number
}

export async function lastNumbers({ db }: Pick<AppContext, 'db'>, postIds: readonly number[]): Promise<Map<number, Known>> {
  const rows = await db<Post>('posts')
    .whereIn('id', [...postIds])
    .select('id', 'lastCommentNumber', 'lastChangeNumber')
  return new Map(rows.map(({ id, lastCommentNumber, lastChangeNumber }) => [id, { last: lastCommentNumber, changes: lastChangeNumber }]))
}
