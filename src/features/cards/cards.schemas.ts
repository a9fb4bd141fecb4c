import { z } from 'zod'

export const CardParams = z.object({
  board: z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/),
  file: z
    .string()
    .regex(/^[1-9]\d{0,8}\.png$/)
    .transform((file) => Number.parseInt(file, 10)),
})

export const CardQuery = z.object({ v: z.string().max(40).optional().catch(undefined) })
