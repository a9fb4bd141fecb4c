import { z } from 'zod'

export const FileParams = z.object({ key: z.string().regex(/^[0-9a-f]{32}$/), name: z.string() })
