import type { Db } from '../../lib/db/db.ts'
import type { Board } from '../boards/boards.types.ts'

export interface TagCount {
  tag: string
  count: number
}

/** Tags of the newest posts: what a site talks of now, in a time that doesn't grow with it. */
const WINDOW = 3_000
const SHOWN = 100

export async function listTagsInUse(db: Db, boards: readonly Board[], limit = SHOWN): Promise<TagCount[]> {
  if (boards.length === 0) return []
  const rows = await db
    .from(db('post_tags').orderBy('postId', 'desc').limit(WINDOW).select('postId', 'tag').as('newest'))
    .join('posts as p', 'p.id', 'newest.postId')
    .where({ 'p.status': 'visible', 'p.secret': 0 })
    .whereIn(
      'p.boardId',
      boards.map(({ id }) => id),
    )
    .groupBy('newest.tag')
    .orderBy([{ column: 'count', order: 'desc' }, { column: 'newest.tag' }])
    .limit(limit)
    .select<{ tag: string; count: number | string }[]>('newest.tag', db.raw('COUNT(*) AS count'))
  return rows.map(({ tag, count }) => ({ tag, count: Number(count) }))
}
