import type { Db } from '../../lib/db/db.ts'
import type { Day } from '../../lib/time/zone.ts'

/** Owns `visit_notes`. */

export async function insertNote(db: Db, note: { day: Day; text: string; memberId: number; createdAt: Date }): Promise<void> {
  await db('visit_notes').insert(note)
}

/** @returns how many there were */
export const deleteNote = (db: Db, id: number): Promise<number> => db('visit_notes').where({ id }).delete()
