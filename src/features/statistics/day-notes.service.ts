import type { AppContext, Viewer } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import type { Day } from '../../lib/time/zone.ts'
import * as repository from './day-notes.repository.ts'

/** Says on the line of time what happened on a day. @throws Forbidden for whoever does not run the site */
export async function addDayNote(ctx: AppContext, viewer: Viewer, note: { day: Day; text: string }): Promise<void> {
  if (!administratorsOnly.admits(viewer) || viewer.memberId === null) throw new Forbidden('notes are written by those who run the site')
  await repository.insertNote(ctx.db, { ...note, memberId: viewer.memberId, createdAt: ctx.clock.now() })
}

/** @throws Forbidden for whoever does not run the site */
export async function removeDayNote(ctx: AppContext, viewer: Viewer, id: number): Promise<void> {
  if (!administratorsOnly.admits(viewer)) throw new Forbidden('notes are removed by those who run the site')
  await repository.deleteNote(ctx.db, id)
}
