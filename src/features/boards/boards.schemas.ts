import { z } from 'zod'

export const BoardParams = z.object({ board: z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/) })

/** A page that can't be: not ours. The bound keeps arithmetic exact. */
export const ListQuery = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,7}$/)
    .default('1')
    .transform(Number),
})
