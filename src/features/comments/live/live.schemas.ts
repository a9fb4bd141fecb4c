import { z } from 'zod'

/** Tabs of one browser that are looked at. */
const MOST_WATCHED = 20
/** The page's key of a post, and the numbers of the last comment and of the last change that it knows. A page from before changes were told knows none. */
const Watched = z
  .string()
  .regex(/^[\w.-]{1,40}:\d{1,10}(?:\.\d{1,10})?$/)
  .transform((text) => {
    const [key = '', known = ''] = text.split(':')
    const [last, changes = Number.POSITIVE_INFINITY] = known.split('.')
    return { key, last: Number(last), changes: Number(changes) }
  })

export const WatchQuery = z.object({
  on: z.union([z.string().transform((one) => [one]), z.array(z.string())]).pipe(z.array(Watched).min(1).max(MOST_WATCHED)),
})

const number = z.string().regex(/^\d{1,10}$/)

/** `changes`: the last one that the page knows; without it, it wants to hear of none. */
export const SinceQuery = z.object({
  after: number.default('0').transform(Number),
  changes: number.transform(Number).optional(),
})
