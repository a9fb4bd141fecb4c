import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppContext, Viewer } from '../../../src/context.ts'
import { storeFiles } from '../../../src/features/uploads/uploads.service.ts'
import { pictureLimits, type StoredFile } from '../../../src/features/uploads/uploads.types.ts'
import { aPicture } from './pictures.ts'

/** A picture of this member's, stored as an upload stores it. */
export async function keepPicture(ctx: AppContext, viewer: Viewer, size = { width: 60, height: 40 }): Promise<StoredFile> {
  const path = join(tmpdir(), `madang-${randomUUID()}.png`)
  await writeFile(path, await aPicture('png', size))
  try {
    const { stored, refused } = await storeFiles(ctx, viewer, pictureLimits, [{ path, name: '바다.png' }])
    if (!stored[0]) throw new Error(`refused: ${refused[0]?.messageKey}`)
    return stored[0]
  } finally {
    await rm(path, { force: true })
  }
}
