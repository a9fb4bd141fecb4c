import { z } from 'zod'

const slug = z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/)
const key = z.string().regex(/^[0-9a-f]{32}$/)
const id = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

export const BoardParams = z.object({ board: slug })
export const DraftParams = z.object({ key })
export const DraftQuery = z.object({ version: id.optional().catch(undefined) })
export const RestoreForm = z.object({ version: id })

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .default('0')
  .catch('0')
  .transform(Number)

/** What a page's script sends beside what was typed. */
export const SaveForm = z.object({
  draft: key,
  draftBase: count,
  draftSequence: count,
  draftTab: z
    .string()
    .regex(/^[\w-]{8,32}$/)
    .catch(''),
  /** Number of the post that is changed; none for a new one. */
  draftOf: id.optional().catch(undefined),
  /** The page gives way to a newer one. */
  aside: z.literal('yes').optional().catch(undefined),
})
