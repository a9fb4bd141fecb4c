import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { FOLDER_LENGTH, NOTE_LENGTH } from './bookmarks.types.ts'

const id = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

export const PostParams = z.object({
  board: z.string(),
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

export const BookmarkParams = z.object({ id })

export const BookmarksQuery = z.object({
  folder: z.string().max(100).optional().catch(undefined),
  before: id.optional().catch(undefined),
})

export const PressForm = z.object({ bookmark: z.enum(['add', 'remove']), returnTo: z.string().optional() })

/** One line that may be empty. */
const words = (max: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform((value) => cleanText(value).replace(/\s+/g, ' ').trim())
    .refine((value) => [...value].length <= max, { error: tooLong })

export const BookmarkForm = z.object({
  folder: words(FOLDER_LENGTH, 'bookmarks.folder.tooLong'),
  note: words(NOTE_LENGTH, 'bookmarks.note.tooLong'),
})
