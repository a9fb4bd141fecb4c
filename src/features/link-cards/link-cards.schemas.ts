import { z } from 'zod'

export const CardImageParams = z.object({ name: z.string().regex(/^[0-9a-f]{32}\.webp$/) })
