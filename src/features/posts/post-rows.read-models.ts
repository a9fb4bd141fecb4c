import type { Db } from '../../lib/db/db.ts'
import type { ListedPost } from './posts.types.ts'

/** A few posts of one board, found in an index alone. A page of the site names all that it shows and reads them in one statement. */
export interface Slice {
  part: string
  ids: ReturnType<Db['queryBuilder']>
}

export interface SliceOptions {
  /** Newest first below a number; above one, the nearest first. */
  direction?: 'above' | 'below'
  number?: number
  including?: boolean
  limit: number
  skip?: number
}

/** For a single row MySQL would rather walk through another index in the wanted order than begin in this one at the right place. */
const listed = (db: Db, boardId: number) => db.from(db.raw('posts FORCE INDEX (list)')).where({ boardId, listed: 1 })

/** `canReadPost` said in SQL for lists: what every reader of the board may see. A test asks both about every kind of row. */
export function listedSlice(
  db: Db,
  part: string,
  boardId: number,
  { direction = 'below', number, including = false, limit, skip = 0 }: SliceOptions,
): Slice {
  const ids = listed(db, boardId)
    .orderBy('number', direction === 'below' ? 'desc' : 'asc')
    .limit(limit)
  if (number !== undefined) void ids.where('number', `${direction === 'below' ? '<' : '>'}${including ? '=' : ''}`, number)
  if (skip > 0) void ids.offset(skip)
  return { part, ids }
}

export const noticeSlice = (db: Db, part: string, boardId: number, limit: number): Slice => ({
  part,
  ids: db('posts')
    .where({ boardId, status: 'visible' })
    .whereNotNull('pinnedAt')
    .orderBy([
      { column: 'pinnedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit),
})

const columns = [
  ...['id', 'boardId', 'number', 'authorId', 'title', 'pinnedAt', 'lockedAt', 'status', 'categoryId', 'secret', 'anonymous'],
  ...[
    'hasImage',
    'hasFile',
    'hasVideo',
    'hasLink',
    'commentCount',
    'acceptedCommentId',
    'voteCount',
    'downCount',
    'viewCount',
    'createdAt',
  ],
].map((name) => `p.${name}`)

/** All slices in one statement, by part, each newest first. */
export async function selectSlices(db: Db, slices: readonly Slice[]): Promise<Map<string, ListedPost[]>> {
  const parts = new Map<string, ListedPost[]>(slices.map(({ part }) => [part, []]))
  const wanted = slices.map(({ part, ids }) => ids.select('id', db.raw('? AS part', [part])))
  if (wanted.length === 0) return parts
  const rows = (await db
    .from(db.queryBuilder().unionAll(wanted, true).as('wanted'))
    .join('posts as p', 'p.id', 'wanted.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .orderBy('p.number', 'desc')
    .select('wanted.part', ...columns, 'm.nickname')) as (ListedPost & { part: string })[]
  for (const { part, ...post } of rows) parts.get(part)?.push(post)
  return parts
}

/** Notices stand by when they were pinned. */
export const byPinning = (notices: readonly ListedPost[]): ListedPost[] =>
  [...notices].sort((a, b) => (b.pinnedAt?.getTime() ?? 0) - (a.pinnedAt?.getTime() ?? 0) || b.id - a.id)
