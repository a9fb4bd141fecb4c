import { z } from 'zod'
import { type Period, periods } from './statistics.types.ts'

/** A period that we don't offer shows the usual one. */
export const StatisticsQuery = z.object({
  period: z.coerce
    .number()
    .refine((days): days is Period => periods.some((period) => period === days))
    .catch(30),
})

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
