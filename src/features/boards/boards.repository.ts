import type { Db } from '../../lib/db/db.ts'
import { RENDERER_VERSION } from '../../lib/html/markdown.ts'
import type { Board, BoardGroup } from './boards.types.ts'

/** Owns `boards`, `board_moderators`, `board_numbers` and `board_addresses`; `board_groups` has a file of its own. */

/** What stands in the row of a board: its group's facts and its categories have tables of their own. */
export type StoredBoard = Omit<Board, 'id' | 'group' | 'categories' | 'mergingInto'> & { rendererVersion: number }

export async function insertBoard(trx: Db, board: StoredBoard): Promise<number> {
  const [id] = await trx('boards').insert(rowOf(board))
  // Made with the board, so that its first posts don't race for the row.
  await trx('board_numbers').insert({ boardId: Number(id), lastNumber: 0 })
  return Number(id)
}

export const updateBoard = (db: Db, id: number, change: Partial<StoredBoard>) => db('boards').where({ id }).update(rowOf(change))

export const listOlderTexts = (db: Db): Promise<number[]> =>
  db('boards').where('rendererVersion', '<', RENDERER_VERSION).orderBy('id').pluck('id')

export const holdTexts = (trx: Db, id: number): Promise<Pick<StoredBoard, 'aboveKo' | 'aboveEn' | 'belowKo' | 'belowEn'> | undefined> =>
  trx('boards').where({ id }).forUpdate().first('aboveKo', 'aboveEn', 'belowKo', 'belowEn')

/** Lists as words, fields as JSON. */
const rowOf = (board: Partial<StoredBoard>) =>
  Object.fromEntries(
    Object.entries(board).map(([name, value]) => {
      if (name === 'extraFields') return [name, JSON.stringify(value)]
      return [name, Array.isArray(value) ? value.join(' ') : value]
    }),
  )

/** @returns the group's id, or null when one with this slug stands already; who comes second waits for the first to end */
export async function insertGroupOnce(trx: Db, group: Pick<BoardGroup, 'slug' | 'nameKo' | 'nameEn' | 'position'>): Promise<number | null> {
  const [{ affectedRows, insertId }] = (await trx.raw(
    'INSERT IGNORE INTO board_groups (slug, name_ko, name_en, position) VALUES (?, ?, ?, ?)',
    [group.slug, group.nameKo, group.nameEn, group.position],
  )) as [{ affectedRows: number; insertId: number }]
  return affectedRows === 1 ? insertId : null
}

export const findAnyGroup = (db: Db): Promise<{ id: number } | undefined> => db('board_groups').orderBy(['position', 'id']).first('id')

/** The row as it stands now, held until the transaction ends. */
export const holdBoard = (trx: Db, id: number): Promise<{ id: number; slug: string } | undefined> =>
  trx('boards').where({ id }).forUpdate().first('id', 'slug')

export interface StoredAddress {
  slug: string
  boardId: number
  numberedAs: number
  createdAt: Date
}

/** As it stands now: an address that is being left at this moment is waited for. */
export const findAddress = (trx: Db, slug: string): Promise<StoredAddress | undefined> =>
  trx<StoredAddress>('board_addresses').where({ slug }).forShare().first()

export const insertAddress = (trx: Db, address: StoredAddress) => trx<StoredAddress>('board_addresses').insert(address)
export const deleteAddress = (trx: Db, slug: string) => trx<StoredAddress>('board_addresses').where({ slug }).delete()

/**
 * The last of so many next numbers on this board. The row stays locked until the transaction ends: posts of a board commit in the order of their
 * numbers. undefined when the board is gone.
 */
export async function takeNumbers(trx: Db, boardId: number, count: number): Promise<number | undefined> {
  const sql = 'UPDATE board_numbers SET last_number = LAST_INSERT_ID(last_number + ?) WHERE board_id = ?'
  // The answer to the UPDATE says the number: whoever waits for this row waits for one statement less.
  const [{ affectedRows, insertId }] = (await trx.raw(sql, [count, boardId])) as [{ affectedRows: number; insertId: number }]
  return affectedRows === 0 ? undefined : insertId
}

export const insertModeratorOnce = (db: Db, moderator: { boardId: number; memberId: number; createdAt: Date }) =>
  db('board_moderators').insert(moderator).onConflict(['boardId', 'memberId']).ignore()

export const deleteModerator = (db: Db, place: { boardId: number; memberId: number }) => db('board_moderators').where(place).delete()
