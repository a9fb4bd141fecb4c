import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { NOTE_LENGTH, reportReasons } from './reports.types.ts'

const positive = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)

export const PostParams = z.object({ board: z.string(), number: positive })
export const CommentParams = PostParams.extend({ comment: positive })

const id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

export const TargetParams = z.object({ post: id, comment: id })
export const ReportsQuery = z.object({ before: positive.optional().catch(undefined) })

/** Who chooses "other" says what. */
export const ReportForm = z
  .object({
    reason: z.enum(reportReasons, { error: 'reports.reason.required' }),
    note: z
      .string()
      .default('')
      .transform((value) => cleanText(value).trim())
      .refine((value) => [...value].length <= NOTE_LENGTH, { error: 'reports.note.tooLong' }),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', { error: 'reports.note.required', path: ['note'] })
