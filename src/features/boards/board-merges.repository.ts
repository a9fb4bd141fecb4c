import type { Db } from '../../lib/db/db.ts'

/** Owns `board_merges`, and takes boards away with all that belongs to them alone. */

export interface BoardMerge {
  fromBoardId: number
  intoBoardId: number
  moderatorId: number
  createdAt: Date
}

export const insertMerge = (trx: Db, merge: BoardMerge) => trx<BoardMerge>('board_merges').insert(merge)

export const selectMerges = (db: Db): Promise<BoardMerge[]> => db<BoardMerge>('board_merges').orderBy('createdAt')

/** Whoever moves posts of a merge holds its row: one at a time. undefined: it is done. */
export const holdMerge = (trx: Db, fromBoardId: number): Promise<BoardMerge | undefined> =>
  trx<BoardMerge>('board_merges').where({ fromBoardId }).forUpdate().first()

/** Merges in which a board has a part, either way. */
export const holdMergesOf = (trx: Db, boardId: number): Promise<BoardMerge[]> =>
  trx<BoardMerge>('board_merges').where({ fromBoardId: boardId }).orWhere({ intoBoardId: boardId }).forUpdate()

export const deleteMerge = (trx: Db, fromBoardId: number) => trx<BoardMerge>('board_merges').where({ fromBoardId }).delete()

/** Every address that led to one board leads to the other. */
export const redirectAddresses = (trx: Db, from: number, into: number) =>
  trx('board_addresses').where({ boardId: from }).update({ boardId: into })

/** Nobody takes a number on it meanwhile: whoever waits for one finds the board gone. */
export const holdNumbers = (trx: Db, boardId: number) => trx('board_numbers').where({ boardId }).forUpdate().first('boardId')

export async function deleteBoard(trx: Db, boardId: number): Promise<void> {
  await trx('board_moderators').where({ boardId }).delete()
  await trx('board_numbers').where({ boardId }).delete()
  await trx('board_addresses').where({ boardId }).delete()
  await trx('boards').where({ id: boardId }).delete()
}
