import { z } from 'zod'
import { cleanText, hasVisibleText } from '../../lib/http/form.ts'
import { isDay } from '../../lib/time/zone.ts'
import { needsReason } from './moderation.policy.ts'
import { type Act, REASON_LENGTH } from './moderation.types.ts'

const positive = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)

export const PostParams = z.object({ board: z.string(), number: positive })
export const CommentParams = PostParams.extend({ comment: positive })
export const WaitingQuery = z.object({ after: positive.optional().catch(undefined) })
export const LogQuery = z.object({ board: z.string().optional(), before: positive.optional() })

const reasonFields = (action: Act['action']) => ({
  reason: z
    .string({ error: 'moderation.reason.required' })
    .transform((value) => cleanText(value).trim())
    .refine((value) => !needsReason(action) || hasVisibleText(value), { error: 'moderation.reason.required' })
    .refine((value) => [...value].length <= REASON_LENGTH, { error: 'moderation.reason.tooLong' }),
})

/** How a post is pinned: until the end of a day, on every board. Of other acts nothing is asked but why. */
export const reasonForm = (action: Act['action']) =>
  z.object({
    ...reasonFields(action),
    pinnedUntil: z
      .string()
      .trim()
      .transform((value) => (value === '' ? null : value))
      .refine((value) => value === null || isDay(value), { error: 'moderation.pinnedUntil.invalid' })
      .default(null),
    // A box that isn't ticked is not sent.
    everywhere: z
      .literal('yes')
      .optional()
      .catch(undefined)
      .transform((value) => value === 'yes'),
  })
