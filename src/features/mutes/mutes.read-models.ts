import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { MutedMember } from './mutes.types.ts'

/** Those who are still here, by name. */
export const listMuted = ({ db }: Pick<AppContext, 'db'>, { memberId }: Viewer): Promise<MutedMember[]> =>
  db('member_mutes as mute')
    .join('members as m', 'm.id', 'mute.mutedId')
    .where('mute.memberId', memberId)
    .whereNot('m.status', 'left')
    .orderBy('m.nickname')
    .select('m.nickname', 'mute.createdAt')

export async function isMuted(db: Db, { memberId }: Viewer, mutedId: number): Promise<boolean> {
  return memberId !== null && (await db('member_mutes').where({ memberId, mutedId }).first('mutedId')) !== undefined
}

/** Which of these authors the viewer muted: for rows that are remembered for many readers. Guests ask nothing. */
export async function mutedAmong(db: Db, { memberId }: Viewer, authorIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (memberId === null || authorIds.length === 0) return new Set()
  const rows: { mutedId: number }[] = await db('member_mutes')
    .where({ memberId })
    .whereIn('mutedId', [...new Set(authorIds)])
    .select('mutedId')
  return new Set(rows.map(({ mutedId }) => mutedId))
}

/** For a statement that joins who is shown as author as `m`: what members don't want to see is marked. Guests have no such wishes. */
export const withMutes = (db: Db, viewer: Viewer) => (rows: ReturnType<Db['queryBuilder']>) => {
  if (viewer.memberId !== null) void rows.select(mutedColumn(db, viewer, 'm.id'))
}

/** Their ids, for a statement that leaves them out. */
export const mutedBy = (db: Db, memberId: number) => db('member_mutes').where({ memberId }).select('mutedId')

/**
 * For a statement that reads what members wrote: `muted`, whether the reader wants to see nothing of its author. `author` names the column of who is
 * shown as its author, and is null where nobody is: of the anonymous a mute would tell who they are.
 */
export const mutedColumn = (db: Db, { memberId }: Viewer, author: string) =>
  db.raw('EXISTS (SELECT 1 FROM member_mutes AS mute WHERE mute.member_id = ? AND mute.muted_id = ??) AS muted', [memberId ?? 0, author])
