import { z } from 'zod'
import { hasVisibleText, optionalLine } from '../../lib/http/form.ts'
import { WHY_LENGTH } from './revisions.types.ts'

const positive = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

export const PostParams = z.object({ board: z.string(), number: positive })
export const VersionParams = PostParams.extend({ version: positive })
export const HistoryQuery = z.object({ version: positive.optional().catch(undefined) })

/** A version that was tampered with is one that no post has: the answer is "changed meanwhile". */
export const versionForm = (mustSayWhy: boolean) =>
  z.object({
    version: z.coerce.number().int().catch(0),
    reason: optionalLine(WHY_LENGTH, 'revisions.reason.tooLong').refine((value) => !mustSayWhy || hasVisibleText(value), {
      error: 'moderation.reason.required',
    }),
  })
