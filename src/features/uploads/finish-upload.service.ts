import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AppContext, Viewer } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { whenStorageFails } from '../../lib/storage/storage-faults.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { deletePartial } from './partial-uploads.repository.ts'
import { roomFor } from './room.read-models.ts'
import { storeFile } from './store-file.service.ts'
import { partKey } from './uploads.paths.ts'
import { type FileProblem, limitsOf, type PartialUpload, pictureLimits, type StoredFile } from './uploads.types.ts'

/** Every byte is here: they are put together and looked at, and become a file or a word about what is wrong with them. */
export async function finishUpload(ctx: AppContext, viewer: Viewer, upload: PartialUpload): Promise<StoredFile | FileProblem> {
  const path = join(ctx.config.varDir, 'tmp', `${randomUUID()}.upload`)
  try {
    await putTogether(ctx, upload, path)
    const room = await roomFor(ctx, { ...viewer, memberId: upload.ownerId }, upload.boardId)
    const result = await storeFile(ctx, { room, upload }, await limitsNow(ctx, upload), { path, name: upload.name })
    // Whose turn hasn't come yet asks again: the bytes needn't come twice.
    if ('problem' in result && result.problem === 'uploads.busy') return result
    if ('problem' in result) await deletePartial(ctx.db, upload.id)
    await forgetParts(ctx, upload)
    return result
  } finally {
    await rm(path, { force: true })
  }
}

/** As they are by now. How many there are was asked before the file came, and is asked once more of the post. */
async function limitsNow(ctx: AppContext, { boardId }: PartialUpload) {
  const board = (await listAllBoards(ctx)).find(({ id }) => id === boardId)
  return board ? limitsOf(board) : pictureLimits
}

async function putTogether(ctx: AppContext, { uploadKey, parts }: PartialUpload, path: string): Promise<void> {
  async function* bytes() {
    for (const part of namesOf(parts)) yield* await ctx.storage.read(partKey(uploadKey, part))
  }
  await pipeline(bytes, createWriteStream(path, { flags: 'wx' })).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') throw new NotFound('a part is missing', 'uploads.lost')
    throw whenStorageFails(error)
  })
}

/** The row has been told before: whatever stays behind is the sweeper's. */
export async function forgetParts(ctx: AppContext, { uploadKey, parts }: PartialUpload): Promise<void> {
  await Promise.allSettled(namesOf(parts).map((part) => ctx.storage.remove(partKey(uploadKey, part))))
}

const namesOf = (parts: string): string[] => parts.split(' ').filter(Boolean)
