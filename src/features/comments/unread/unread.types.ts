import { z } from 'zod'

const LARGEST = 2 ** 32 - 1

/** Number of a comment in an address: newer ones are marked as new. What makes no sense asks for nothing. */
export const Since = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .refine((value) => value <= LARGEST)
  .optional()
  .catch(undefined)

/** Beyond it a page says "1,000+". */
export const MOST_COUNTED = 1_000

/** The button that leads from one new comment to the next. */
export interface NextUnread {
  postId: number
  /** null: only a guest's browser knows. */
  since: number | null
  path: string
  /** '' for none: the button then waits for some to come. */
  count: string
}
