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
