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
