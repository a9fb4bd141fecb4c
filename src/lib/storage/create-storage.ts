import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { s3Address } from '../../config/addresses.ts'
import type { Config } from '../../config/config.ts'
import { createDiskStorage } from './disk-storage.ts'
import { createS3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

/** A bucket where STORAGE_URL names one; else a folder under VAR_DIR. */
export async function createStorage({ storageUrl, varDir }: Pick<Config, 'storageUrl' | 'varDir'>): Promise<Storage> {
  if (storageUrl !== null) return createS3Storage(s3Address(storageUrl))
  const folder = join(varDir, 'files')
  await mkdir(folder, { recursive: true })
  return createDiskStorage(folder)
}
