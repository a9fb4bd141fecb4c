import type { Db } from '../../../lib/db/db.ts'
import { type PostRanks, type RankedSort, rankedSorts } from './ranks.types.ts'

/** Owns `post_ranks`: where each listed post stands in the lists whose order changes by itself. Written by the worker alone. */

const value = (what: string): string => ['CAST(', what, ' AS UNSIGNED) * 4294967296 + p.number'].join('')
const values: Record<RankedSort, string> = {
  active: value('FLOOR(UNIX_TIMESTAMP(COALESCE(p.last_activity_at, p.created_at)))'),
  votes: value('GREATEST(CAST(p.vote_count AS SIGNED) - CAST(p.down_count AS SIGNED), 0)'),
  views: value('p.view_count'),
  comments: value('p.comment_count'),
}
const rankColumns = rankedSorts.map((sort) => [values[sort], 'AS', sort].join(' ')).join(', ')

type Told = Omit<PostRanks, RankedSort> & Record<RankedSort, number | string>

const exact = (row: Told): PostRanks => ({
  ...row,
  ...(Object.fromEntries(rankedSorts.map((sort) => [sort, BigInt(row[sort])])) as Record<RankedSort, bigint>),
})

/** As they should be, from the posts themselves: no row for what no list shows. */
export async function computeRanks(trx: Db, boardId: number, postIds: readonly number[]): Promise<PostRanks[]> {
  const sql = [
    'SELECT p.id AS post_id, p.board_id, p.category_id,',
    rankColumns,
    'FROM posts AS p WHERE p.board_id = ? AND p.listed = 1 AND p.id IN (?)',
  ]
  const [rows] = (await trx.raw(sql.join(' '), [boardId, postIds] as never)) as [Told[]]
  return rows.map(exact)
}

export async function keptRanks(trx: Db, boardId: number, postIds: readonly number[]): Promise<PostRanks[]> {
  const rows: Told[] = await trx('post_ranks').where({ boardId }).whereIn('postId', postIds)
  return rows.map(exact)
}

export async function saveRanks(trx: Db, ranks: readonly PostRanks[]): Promise<void> {
  if (ranks.length === 0) return
  await trx('post_ranks').insert(ranks).onConflict('postId').merge()
}

export const deleteRanks = (trx: Db, postIds: readonly number[]) => trx('post_ranks').whereIn('postId', postIds).delete()

/** Which boards these posts stand or stood in. */
export async function boardsOf(db: Db, postIds: readonly number[]): Promise<number[]> {
  const rows: { boardId: number }[] = await db
    .from(
      db
        .from(db('posts').whereIn('id', postIds).select('boardId').as('p'))
        .unionAll(db('post_ranks').whereIn('postId', postIds).select('boardId'))
        .select('boardId')
        .as('both'),
    )
    .distinct('boardId')
  return rows.map(({ boardId }) => boardId)
}

/** Posts from `after` on, at most so many looked at, whose ranks are not what they should be; and how far that looked. */
export async function findStaleRanks(db: Db, after: number, limit: number): Promise<{ ids: number[]; to: number | null }> {
  const window = db('posts').where('id', '>', after).orderBy('id').limit(limit).select('id')
  const [end] = (await db.from(window.clone().as('w')).max({ to: 'id' })) as [{ to: number | null }]
  if (end.to === null) return { ids: [], to: null }
  const wrong = rankedSorts.map((sort) => [`r.${sort}`, '<>', values[sort]].join(' ')).join(' OR ')
  const sql = [
    'SELECT p.id FROM posts AS p LEFT JOIN post_ranks AS r ON r.post_id = p.id WHERE p.id > ? AND p.id <= ? AND',
    '((p.listed = 0 AND r.post_id IS NOT NULL) OR (p.listed = 1 AND (r.post_id IS NULL OR r.board_id <> p.board_id',
    'OR NOT (r.category_id <=> p.category_id) OR',
    wrong,
    ')))',
  ]
  const [rows] = (await db.raw(sql.join(' '), [after, end.to])) as [{ id: number }[]]
  return { ids: rows.map(({ id }) => id), to: end.to }
}

/** For who fills a board from outside: all ranks of its listed posts at once. */
export async function rankBoard(trx: Db, boardId: number): Promise<void> {
  const columns = ['post_id', 'board_id', 'category_id', ...rankedSorts].join(', ')
  await trx('post_ranks').where({ boardId }).delete()
  const sql = ['INSERT INTO post_ranks (', columns, ') SELECT p.id, p.board_id, p.category_id,', rankColumns]
  await trx.raw([...sql, 'FROM posts AS p WHERE p.board_id = ? AND p.listed = 1'].join(' '), [boardId])
}

export async function rankedCategories(trx: Db, boardId: number): Promise<number[]> {
  const rows = await trx('post_ranks').where({ boardId }).whereNotNull('categoryId').distinct<{ categoryId: number }[]>('categoryId')
  return rows.map(({ categoryId }) => categoryId)
}
