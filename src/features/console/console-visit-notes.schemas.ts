import { z } from 'zod'
import { line } from '../../lib/http/form.ts'
import { isDay } from '../../lib/time/zone.ts'

/** As long as its column. */
export const NOTE_LENGTH = 200

export const NoteForm = z.object({
  day: z.string({ error: 'statistics.notes.day.invalid' }).trim().refine(isDay, { error: 'statistics.notes.day.invalid' }),
  text: line({ max: NOTE_LENGTH, required: 'statistics.notes.text.required', tooLong: 'statistics.notes.text.tooLong' }),
})

export const NoteParams = z.object({ note: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
