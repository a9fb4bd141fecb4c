import type { Db } from '../../lib/db/db.ts'
import type { BoardGroup } from './boards.types.ts'

/** Owns `board_groups` and `board_group_members`. */

export type GroupDraft = Pick<BoardGroup, 'slug' | 'nameKo' | 'nameEn' | 'level' | 'membersOnly'>

export const insertGroup = (trx: Db, group: GroupDraft & { position: number }) => trx('board_groups').insert(group)

export const updateGroup = (trx: Db, id: number, change: Partial<GroupDraft> & { position?: number }) =>
  trx('board_groups').where({ id }).update(change)

/** In their order, held until the transaction ends. */
export const holdGroups = (trx: Db): Promise<{ id: number; position: number }[]> =>
  trx('board_groups').orderBy(['position', 'id']).forUpdate().select('id', 'position')

/** A board that comes into the group keeps it from being deleted until COMMIT. */
export const shareGroup = (trx: Db, id: number): Promise<{ id: number } | undefined> =>
  trx('board_groups').where({ id }).forShare().first('id')

export const findBoardOfGroup = (trx: Db, groupId: number): Promise<{ id: number } | undefined> =>
  trx('boards').where({ groupId }).forShare().first('id')

export async function deleteGroup(trx: Db, id: number): Promise<void> {
  await trx('board_group_members').where({ groupId: id }).delete()
  await trx('board_groups').where({ id }).delete()
}

export const insertGroupMemberOnce = (db: Db, place: { groupId: number; memberId: number; createdAt: Date }) =>
  db('board_group_members').insert(place).onConflict(['groupId', 'memberId']).ignore()

export const deleteGroupMember = (db: Db, place: { groupId: number; memberId: number }) => db('board_group_members').where(place).delete()
