import { z } from 'zod'

/** Tabs of one browser that are looked at. */
const MOST_WATCHED = 20
/** The page's key of a post, and the number of the last comment that it knows. */
const Watched = z
  .string()
  .regex(/^[\w.-]{1,40}:\d{1,10}$/)
  .transform((text) => {
    const [key = '', last = ''] = text.split(':')
    return { key, last: Number(last) }
  })

export const WatchQuery = z.object({
  on: z.union([z.string().transform((one) => [one]), z.array(z.string())]).pipe(z.array(Watched).min(1).max(MOST_WATCHED)),
})

export const SinceQuery = z.object({
  after: z
    .string()
    .regex(/^\d{1,10}$/)
    .default('0')
    .transform(Number),
})
