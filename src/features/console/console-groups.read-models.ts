import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { listAllBoards, listGroups } from '../boards/boards.read-models.ts'
import type { BoardGroup } from '../boards/boards.types.ts'
import type { Moderator } from './console-boards.read-models.ts'

const SHOWN = 200

export interface GroupDetails {
  group: BoardGroup
  /** How many groups there are, and how many boards stand in this one. */
  groups: number
  boards: number
  /** The first of its list of members, and how many stand in it. */
  members: Moderator[]
  total: number
}

/** @throws NotFound when there is no such group */
export async function loadGroup(ctx: AppContext, id: number): Promise<GroupDetails> {
  const [groups, boards, members, [count]] = await Promise.all([
    listGroups(ctx.db),
    listAllBoards(ctx),
    groupMembers(ctx.db, id).orderBy('m.nickname').limit(SHOWN).select<Moderator[]>('m.id', 'm.nickname'),
    ctx.db('board_group_members').where({ groupId: id }).count<{ total: number }[]>({ total: '*' }),
  ])
  const group = groups.find((each) => each.id === id)
  if (!group) throw new NotFound('no such group')
  const inside = boards.filter(({ groupId }) => groupId === id).length
  return { group, groups: groups.length, boards: inside, members, total: count?.total ?? 0 }
}

const groupMembers = (db: Db, groupId: number) =>
  db('board_group_members as g').join('members as m', 'm.id', 'g.memberId').where({ 'g.groupId': groupId })

/** Also those who are suspended by now: whoever stands in the list can be taken out of it. */
export const findGroupMember = (db: Db, groupId: number, nickname: string): Promise<Moderator | undefined> =>
  groupMembers(db, groupId)
    .where({ 'm.nicknameCanonical': canonicalName(nickname) })
    .first<Moderator | undefined>('m.id', 'm.nickname')
