import type { Db } from '../../lib/db/db.ts'

/** The next number on this board. The row stays locked until the transaction ends: posts of a board commit in the order of their numbers. */
export async function takeNextNumber(trx: Db, boardId: number): Promise<number> {
  await trx.raw('INSERT INTO board_numbers (board_id, last_number) VALUES (?, 1) ON DUPLICATE KEY UPDATE last_number = last_number + 1', [boardId])
  const row = await trx<{ boardId: number; lastNumber: number }>('board_numbers').where({ boardId }).first('lastNumber')
  return row?.lastNumber ?? 1
}
