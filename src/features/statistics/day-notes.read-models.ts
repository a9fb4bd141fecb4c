import type { Db } from '../../lib/db/db.ts'
import type { DayNote, Stretch } from './statistics.types.ts'

/** More than anybody writes; the newest days are listed. */
const MOST_NOTES = 500

/** What was noted of these days, oldest first. */
export const listDayNotes = (db: Db, { from, to }: Stretch): Promise<DayNote[]> =>
  db('visit_notes').whereBetween('day', [from, to]).orderBy(['day', 'id']).limit(MOST_NOTES).select('id', 'day', 'text')

export interface SignedNote extends DayNote {
  /** null: a member who is gone. */
  nickname: string | null
}

/** Newest day first. */
export const listSignedNotes = (db: Db): Promise<SignedNote[]> =>
  signed(db)
    .orderBy([
      { column: 'n.day', order: 'desc' },
      { column: 'n.id', order: 'desc' },
    ])
    .limit(MOST_NOTES)

export const findNote = (db: Db, id: number): Promise<SignedNote | undefined> => signed(db).where('n.id', id).first()

const signed = (db: Db) =>
  db('visit_notes as n').leftJoin('members as m', 'm.id', 'n.memberId').select('n.id', 'n.day', 'n.text', 'm.nickname')
