import type { AppContext } from '../../context.ts'
import { administratorsOnly } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { readForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { dayOf } from '../../lib/time/zone.ts'
import { findNote, listSignedNotes } from '../statistics/day-notes.read-models.ts'
import { addDayNote, removeDayNote } from '../statistics/day-notes.service.ts'
import { notesPath } from '../statistics/statistics.paths.ts'
import { NoteForm, NoteParams } from './console-visit-notes.schemas.ts'
import { deleteNotePage, notesPage } from './console-visit-notes.view-models.ts'

export function consoleVisitNotesRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: administratorsOnly, params: NoteParams }

  get(notesPath, { access: administratorsOnly }, async ({ reader }) =>
    notesPage(reader, await listSignedNotes(ctx.db), { draft: { day: dayOf(reader.now, reader.zone) }, errors: {} }),
  )

  post(notesPath, { access: administratorsOnly }, async ({ viewer, reader, body }) => {
    const form = readForm(NoteForm, body)
    if (!form.ok) return notesPage(reader, await listSignedNotes(ctx.db), form)
    await addDayNote(ctx, viewer, form.data)
    return redirect(notesPath, { kind: 'success', key: 'statistics.notes.added' })
  })

  get(`${notesPath}/:note/delete`, one, async ({ reader, params }) => {
    const note = await findNote(ctx.db, params.note)
    if (note === undefined) throw new NotFound('no such note')
    return deleteNotePage(reader, note)
  })

  post(`${notesPath}/:note/delete`, one, async ({ viewer, params }) => {
    await removeDayNote(ctx, viewer, params.note)
    return redirect(notesPath, { kind: 'success', key: 'statistics.notes.deleted' })
  })

  return { router, doors }
}
