import type { Db } from '../../../lib/db/db.ts'
import type { ListedPost } from '../posts.types.ts'
import { newestList, type ReadList } from './lists.read-models.ts'
import type { Rank } from './page-index.read-models.ts'

/** A few posts of one list, found in an index alone. A page of the site names all that it shows and reads them in one statement. */
export interface Slice {
  part: string
  ids: ReturnType<Db['queryBuilder']>
}

export interface SliceOptions {
  /** Highest first below a rank; above one, the nearest first. In lists by number the rank is the number. */
  direction?: 'above' | 'below'
  rank?: Rank | null
  including?: boolean
  limit: number
  skip?: number
}

/** `canReadPost` said in SQL for lists: what every reader of the board may see. A test asks both about every kind of row. */
export function listSlice(
  db: Db,
  part: string,
  list: ReadList,
  { direction = 'below', rank = null, including = false, limit, skip = 0 }: SliceOptions,
): Slice {
  const { idColumn, rankColumn, least } = list
  const ids = list
    .posts()
    .orderBy(rankColumn, direction === 'below' ? 'desc' : 'asc')
    .limit(limit)
    .select(`${idColumn} as id`, db.raw('? AS part', [part]), `${rankColumn} as listRank`)
  if (rank !== null) void ids.where(rankColumn, `${direction === 'below' ? '<' : '>'}${including ? '=' : ''}`, BigInt(rank) as never)
  if (least !== null) void ids.where(rankColumn, '>=', least)
  if (skip > 0) void ids.offset(skip)
  return { part, ids }
}

/** Of the board's newest posts. */
export const listedSlice = (db: Db, part: string, boardId: number, options: SliceOptions): Slice =>
  listSlice(db, part, newestList(db, boardId), options)

const notices = (db: Db, part: string, limit: number) =>
  db('posts')
    .where({ status: 'visible' })
    .whereNotNull('pinnedAt')
    .orderBy([
      { column: 'pinnedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('id', db.raw('? AS part', [part]), 'number as listRank')

export const noticeSlice = (db: Db, part: string, boardId: number, limit: number): Slice => ({
  part,
  ids: notices(db, part, limit).where({ boardId }),
})

/** Notices for every board. */
export const pinnedEverywhere = (db: Db, limit: number): Slice => ({
  part: 'global',
  ids: notices(db, 'global', limit).where({ pinnedEverywhere: 1 }),
})

/** From those boards that the reader may read. */
export function globalNoticeSlice(db: Db, boardIds: readonly number[], limit: number): Slice {
  const { part, ids } = pinnedEverywhere(db, limit)
  return { part, ids: ids.whereIn('boardId', boardIds) }
}

/** The same without what only its author reads: outside of its board a secret post isn't there. */
export const openSlice = ({ part, ids }: Slice): Slice => ({ part, ids: ids.where('secret', 0) })

const columns = [
  ...['id', 'boardId', 'number', 'authorId', 'guestName', 'title', 'pinnedAt', 'lockedAt', 'status', 'categoryId', 'secret', 'anonymous'],
  ...[
    'hasImage',
    'hasFile',
    'hasVideo',
    'hasLink',
    'hasPoll',
    'replyCount',
    'commentCount',
    'acceptedCommentId',
    'voteCount',
    'downCount',
    'viewCount',
    'createdAt',
  ],
].map((name) => `p.${name}`)

/**
 * All slices in one statement, by part, each highest first. What was taken away a moment ago may still have a rank, and is left out. The order of
 * reading is ours: a server whose figures of a table are old would rather read all posts than begin with the twenty.
 */
export async function selectSlices(
  db: Db,
  slices: readonly Slice[],
  details: (rows: ReturnType<Db['queryBuilder']>) => void = () => {},
): Promise<Map<string, ListedPost[]>> {
  const parts = new Map<string, ListedPost[]>(slices.map(({ part }) => [part, []]))
  if (slices.length === 0) return parts
  const wanted = slices.map(({ ids }) => ids)
  const rows = (await db
    .from(db.queryBuilder().unionAll(wanted, true).as('wanted'))
    .joinRaw('STRAIGHT_JOIN posts AS p ON p.id = wanted.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .where('p.status', 'visible')
    .orderBy('wanted.listRank', 'desc')
    .select('wanted.part', ...columns, 'm.nickname')
    .modify(details)) as (ListedPost & { part: string })[]
  for (const row of rows) parts.get(row.part)?.push(row)
  return parts
}

/** Notices stand by when they were pinned. */
export const byPinning = (posts: readonly ListedPost[]): ListedPost[] =>
  [...posts].sort((a, b) => (b.pinnedAt?.getTime() ?? 0) - (a.pinnedAt?.getTime() ?? 0) || b.id - a.id)
