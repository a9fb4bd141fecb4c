import { z } from 'zod'

/** The address of a page that was fetched ahead and is shown now. */
export const ShownPage = z.object({
  path: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)[^?#\s]*$/),
})

/** A month or a form that there isn't shows the last month as a page. */
export const LedgerQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  format: z.enum(['csv', 'json']).optional().catch(undefined),
})

const yes = z.literal('yes').optional().catch(undefined)

/** What a page that is shown tells. `again`: out of its browser's memory. `met`: the visitor's cookie was given with the answer before. */
export const PageReceipt = z.object({
  receipt: z.string().max(2_000),
  from: z.string().max(500).optional().catch(undefined),
  again: yes,
  met: yes,
})
