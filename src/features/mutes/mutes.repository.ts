import type { Db } from '../../lib/db/db.ts'
import type { Mute } from './mutes.types.ts'

/** Owns `member_mutes`. */

/** A second press finds it there. */
export const addMute = (db: Db, mute: Mute) => db<Mute>('member_mutes').insert(mute).onConflict().ignore()

export const removeMute = (db: Db, mute: Pick<Mute, 'memberId' | 'mutedId'>) => db<Mute>('member_mutes').where(mute).delete()

export async function countMutes(db: Db, memberId: number): Promise<number> {
  const row = await db<Mute>('member_mutes').where({ memberId }).count({ count: '*' }).first()
  return Number(row?.['count'] ?? 0)
}
