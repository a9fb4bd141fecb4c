import { z } from 'zod'

export const PageParams = z.object({ slug: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/) })
