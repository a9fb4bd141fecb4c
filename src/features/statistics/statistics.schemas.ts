import { z } from 'zod'
import { isDay } from '../../lib/time/zone.ts'
import { comparisons, periods } from './statistics.types.ts'

const day = z.string().refine(isDay).optional().catch(undefined)

/** A section as a file. */
export const CsvQuery = z.object({
  format: z.enum(['csv']).optional().catch(undefined),
  section: z.string().max(40).optional().catch(undefined),
})

/** What makes no sense is as if nobody had asked for it. */
export const StatisticsQuery = CsvQuery.extend({
  period: z.enum(periods).optional().catch(undefined),
  from: day,
  to: day,
  compare: z.enum(comparisons).catch('before'),
  compareFrom: day,
  board: z.string().max(60).optional().catch(undefined),
})

/** Whoever reads along chooses among few stretches of days: each is worked out once for all of them. */
export const OpenStatisticsQuery = CsvQuery.extend({ period: z.enum(periods).optional().catch(undefined) })

export const PostParams = z.object({ post: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
