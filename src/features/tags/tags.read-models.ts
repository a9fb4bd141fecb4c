import type { Db } from '../../lib/db/db.ts'

/** A post's tags in the order in which its author named them. */
export const listTagsOf = async (db: Db, postId: number): Promise<string[]> =>
  (await db('post_tags').where({ postId }).orderBy('position').select<{ tag: string }[]>('tag')).map(({ tag }) => tag)
