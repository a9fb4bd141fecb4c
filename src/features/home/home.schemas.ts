import { z } from 'zod'

export const GroupParams = z.object({ group: z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/) })
