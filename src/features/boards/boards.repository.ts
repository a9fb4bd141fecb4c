import type { Db } from '../../lib/db/db.ts'
import type { Board, BoardGroup } from './boards.types.ts'

/** Owns `board_groups`, `boards`, `board_moderators` and `board_numbers`. */

export async function insertBoard(trx: Db, board: Omit<Board, 'id'>): Promise<number> {
  const [id] = await trx('boards').insert(board)
  // Made with the board, so that its first posts don't race for the row.
  await trx('board_numbers').insert({ boardId: Number(id), lastNumber: 0 })
  return Number(id)
}

export const updateBoard = (db: Db, id: number, change: Partial<Board>) => db<Board>('boards').where({ id }).update(change)

/** @returns the group's id, or null when one with this slug stands already; who comes second waits for the first to end */
export async function insertGroupOnce(trx: Db, group: Omit<BoardGroup, 'id'>): Promise<number | null> {
  const [{ affectedRows, insertId }] = (await trx.raw(
    'INSERT IGNORE INTO board_groups (slug, name_ko, name_en, position) VALUES (?, ?, ?, ?)',
    [group.slug, group.nameKo, group.nameEn, group.position],
  )) as [{ affectedRows: number; insertId: number }]
  return affectedRows === 1 ? insertId : null
}

export const findAnyGroup = (db: Db): Promise<BoardGroup | undefined> => db<BoardGroup>('board_groups').orderBy(['position', 'id']).first()

/** The next number on this board. The row stays locked until the transaction ends: posts of a board commit in the order of their numbers. */
export async function takeNextNumber(trx: Db, boardId: number): Promise<number> {
  await trx.raw('INSERT INTO board_numbers (board_id, last_number) VALUES (?, 1) ON DUPLICATE KEY UPDATE last_number = last_number + 1', [
    boardId,
  ])
  const row = await trx<{ boardId: number; lastNumber: number }>('board_numbers').where({ boardId }).first('lastNumber')
  return row?.lastNumber ?? 1
}

export const insertModeratorOnce = (db: Db, moderator: { boardId: number; memberId: number; createdAt: Date }) =>
  db('board_moderators').insert(moderator).onConflict(['boardId', 'memberId']).ignore()

export const deleteModerator = (db: Db, place: { boardId: number; memberId: number }) => db('board_moderators').where(place).delete()
