import type { Db } from '../../../lib/db/db.ts'
import type { Board } from '../../boards/boards.types.ts'
import { type Slice, selectSlices } from '../lists/post-rows.read-models.ts'
import type { ListedPost } from '../posts.types.ts'

type Rows = ReturnType<Db['queryBuilder']>

/** Below one row of a list; its thread shows all. */
export const REPLIES_SHOWN = 5

export const withReplyPlace = (rows: Rows): void => void rows.select('p.rootId', 'p.rootAuthorId', 'p.replyPath')
export const inThread = (posts: readonly ListedPost[]): ListedPost[] =>
  [...posts].sort((a, b) => ((a.replyPath ?? '') < (b.replyPath ?? '') ? -1 : 1))

export const repliesSlice = (db: Db, part: string, rootId: number, limit: number): Slice => ({
  part,
  ids: db('posts')
    .where({ rootId, status: 'visible' })
    .orderBy('replyPath')
    .limit(limit)
    .select('id', db.raw('? AS part', [part]), 'number as listRank'),
})

/** The replies that hang below these rows, by root. Nothing is asked where no row says that it has some; pictures and questions stand alone. */
export async function loadReplies(
  db: Db,
  { look }: Pick<Board, 'look'>,
  rows: readonly ListedPost[],
  details: (rows: Rows) => void,
): Promise<Map<number, ListedPost[]>> {
  const roots = look === 'gallery' || look === 'faq' ? [] : rows.filter(({ replyCount }) => replyCount > 0)
  const slices = roots.map(({ id }) => repliesSlice(db, String(id), id, REPLIES_SHOWN))
  const parts = await selectSlices(db, slices, (found) => {
    details(found)
    withReplyPlace(found)
  })
  return new Map([...parts].map(([id, replies]) => [Number(id), inThread(replies)]))
}
