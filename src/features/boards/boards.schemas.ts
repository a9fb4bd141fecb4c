import { z } from 'zod'

export const BoardParams = z.object({ board: z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/) })
