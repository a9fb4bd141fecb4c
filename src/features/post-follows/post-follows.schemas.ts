import { z } from 'zod'

const id = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

export const PostParams = z.object({
  board: z.string(),
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

export const FollowsQuery = z.object({ before: id.optional().catch(undefined) })

export const PressForm = z.object({ follow: z.enum(['add', 'remove']), returnTo: z.string().optional() })
