import type { AppContext, Viewer } from '../../context.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import * as repository from './board-groups.repository.ts'
import { canManageBoards } from './boards.policy.ts'
import { BOARDS_MEMORY_KEY } from './boards.read-models.ts'
import type { BoardGroup } from './boards.types.ts'

type Group = Pick<BoardGroup, 'id'>

/** A new group stands last. @returns false when another group has this slug */
export const createGroup = (ctx: AppContext, viewer: Viewer, group: repository.GroupDraft): Promise<boolean> =>
  unlessTaken(ctx, viewer, () =>
    inTransaction(ctx.db, async (trx) => {
      const last = (await repository.holdGroups(trx)).at(-1)
      await repository.insertGroup(trx, { ...group, position: (last?.position ?? 0) + 1 })
    }),
  )

/** @returns false when another group has this slug */
export const updateGroup = (ctx: AppContext, viewer: Viewer, { id }: Group, group: repository.GroupDraft): Promise<boolean> =>
  unlessTaken(ctx, viewer, () => repository.updateGroup(ctx.db, id, group))

export const moveGroup = (ctx: AppContext, viewer: Viewer, group: Group, by: -1 | 1): Promise<boolean> =>
  unlessTaken(ctx, viewer, () =>
    inTransaction(ctx.db, async (trx) => {
      const groups = await repository.holdGroups(trx)
      const at = groups.findIndex(({ id }) => id === group.id)
      const [moved, other] = [groups[at], groups[at + by]]
      if (!moved || !other) return
      groups[at + by] = moved
      groups[at] = other
      for (const [index, { id }] of groups.entries()) await repository.updateGroup(trx, id, { position: index + 1 })
    }),
  )

/** The last group stays: it says that the site has had its first boards. @returns false when it has boards, or is the last */
export async function deleteGroup(ctx: AppContext, viewer: Viewer, group: Group): Promise<boolean> {
  mustManage(viewer)
  const deleted = await inTransaction(ctx.db, async (trx) => {
    const groups = await repository.holdGroups(trx)
    if (groups.length < 2 || (await repository.findBoardOfGroup(trx, group.id))) return false
    await repository.deleteGroup(trx, group.id)
    return true
  })
  await ctx.memory.forget(BOARDS_MEMORY_KEY)
  return deleted
}

export async function addGroupMember(ctx: AppContext, viewer: Viewer, { id }: Group, memberId: number): Promise<void> {
  mustManage(viewer)
  await repository.insertGroupMemberOnce(ctx.db, { groupId: id, memberId, createdAt: ctx.clock.now() })
}

export async function removeGroupMember(ctx: AppContext, viewer: Viewer, { id }: Group, memberId: number): Promise<void> {
  mustManage(viewer)
  await repository.deleteGroupMember(ctx.db, { groupId: id, memberId })
}

function mustManage(viewer: Viewer): void {
  if (!canManageBoards(viewer)) throw new Forbidden('administrators change groups of boards')
}

async function unlessTaken(ctx: AppContext, viewer: Viewer, write: () => Promise<unknown>): Promise<boolean> {
  mustManage(viewer)
  try {
    await write()
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  } finally {
    await ctx.memory.forget(BOARDS_MEMORY_KEY)
  }
}
