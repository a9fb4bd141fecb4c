import type { Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { countsAsAdult } from '../members/members.policy.ts'
import type { AdultProof } from '../settings/settings.types.ts'

interface ViewerRow {
  memberId: number
  nickname: string
  level: number
  status: string
  sessionEpoch: number
  boardId: number | null
  groupId: number | null
  adultConfirmedAt: Date | null
  adultConfirmedBy: AdultProof | null
}

/**
 * One statement by key: the member, the boards that they moderate, the groups that they are listed in. Undefined when this session is no longer
 * theirs. Without an epoch: as they stand now, for what is done in their name.
 */
export async function findViewer(
  db: Db,
  { memberId, epoch, adultProof }: { memberId: number; epoch: number | null; adultProof: AdultProof },
): Promise<Viewer | undefined> {
  const rows = await viewerRows(db, [memberId])
  if (epoch !== null && rows[0]?.sessionEpoch !== epoch) return undefined
  return viewerOf(rows, adultProof)
}

/** As they stand now, for what concerns them; who left or was suspended is not among them. */
export async function listViewers(db: Db, memberIds: readonly number[], adultProof: AdultProof): Promise<Viewer[]> {
  const members = Map.groupBy(await viewerRows(db, memberIds), ({ memberId }) => memberId)
  return [...members.values()].flatMap((rows) => viewerOf(rows, adultProof) ?? [])
}

const viewerRows = (db: Db, memberIds: readonly number[]): Promise<ViewerRow[]> =>
  db('members as m')
    .leftJoin('board_moderators as b', 'b.memberId', 'm.id')
    .leftJoin('board_group_members as g', 'g.memberId', 'm.id')
    .whereIn('m.id', memberIds)
    .select('m.id as memberId', 'm.nickname', 'm.level', 'm.status', 'm.sessionEpoch', 'm.adultConfirmedAt', 'm.adultConfirmedBy')
    .select('b.boardId', 'g.groupId')

/** Of the rows of one member. */
function viewerOf(rows: readonly ViewerRow[], adultProof: AdultProof): Viewer | undefined {
  const [member] = rows
  if (member?.status !== 'active') return undefined
  const { memberId } = member
  const moderates = new Set(rows.map((row) => row.boardId).filter((id) => id !== null))
  const groups = new Set(rows.map((row) => row.groupId).filter((id) => id !== null))
  return { memberId, nickname: member.nickname, level: member.level, moderates, groups, adult: countsAsAdult(member, adultProof) }
}
