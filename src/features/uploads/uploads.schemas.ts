import { z } from 'zod'
import { fileSizes } from './uploads.types.ts'

export const FileParams = z.object({ key: z.string().regex(/^[0-9a-f]{32}$/), name: z.string() })
export const SizedFileParams = FileParams.extend({ size: z.enum(fileSizes) })

/** For which board, whose setting it is what it takes, and how many files the text names already. */
export const UploadQuery = z.object({
  board: z.string().max(40).optional().catch(undefined),
  standing: z.coerce.number().int().min(0).max(1_000).catch(0),
})
