import { z } from 'zod'
import { cleanFileName } from '../../lib/storage/file-name.ts'
import { fileSizes } from './uploads.types.ts'

export const FileParams = z.object({ key: z.string().regex(/^[0-9a-f]{32}$/), name: z.string() })
export const SizedFileParams = FileParams.extend({ size: z.enum(fileSizes) })

/** For which board, whose setting it is what it takes, and how many files the text names already. */
export const UploadQuery = z.object({
  board: z.string().max(40).optional().catch(undefined),
  /** A comment takes less than a post. */
  for: z.enum(['comment']).optional().catch(undefined),
  standing: z.coerce.number().int().min(0).max(1_000).catch(0),
})

/** What a browser tells of a file before it sends it. */
export const AnnouncedFile = z.object({
  name: z.string().max(1_000).transform(cleanFileName),
  type: z.string().max(200).catch(''),
  bytes: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})

export const UploadParams = z.object({ key: z.string().regex(/^[0-9a-f]{32}$/) })

/** From which byte on. */
export const PartQuery = z.object({
  at: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
})
