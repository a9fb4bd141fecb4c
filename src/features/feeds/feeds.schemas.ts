import { z } from 'zod'

/** `free.xml` */
export const FeedParams = z.object({
  file: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,19}\.xml$/)
    .transform((file) => file.slice(0, -'.xml'.length)),
})
