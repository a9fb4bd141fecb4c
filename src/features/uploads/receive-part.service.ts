import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { AppContext } from '../../context.ts'
import { HttpError } from '../../lib/http/errors.ts'
import { whenStorageFails } from '../../lib/storage/storage-faults.ts'
import { addPart } from './partial-uploads.repository.ts'
import { partKey } from './uploads.paths.ts'
import type { PartialUpload } from './uploads.types.ts'

/** Of one request. A script of ours sends less (PART_BYTES). */
const MOST_BYTES = 16 * 1024 * 1024
/** A line that breaks leaves a piece. Below this it isn't worth a name. */
const LEAST_PIECE = 64 * 1024
/** Their names fit into the row. Ours come to 500 of the largest file that a board may take. */
const MOST_PARTS = 2_000

/** @returns whether it was added; else another part was faster, or too little came */
export async function receivePart(ctx: AppContext, upload: PartialUpload, body: Readable): Promise<boolean> {
  const rest = upload.bytes - upload.received
  if (upload.parts.split(' ').length >= MOST_PARTS) throw new HttpError(413, 'too many parts', { advice: 'uploads.tooMuch' })
  const folder = join(ctx.config.varDir, 'tmp')
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `${randomUUID()}.part`)
  try {
    const bytes = await written(temporary, body, Math.min(rest, MOST_BYTES))
    if (bytes === 0 || bytes < Math.min(rest, LEAST_PIECE)) return false
    return await kept(ctx, upload, { temporary, bytes })
  } catch (error) {
    throw whenStorageFails(error)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Bytes first, then the row that names them. Each try has a name of its own: none writes over what another one was told to have kept. */
async function kept(ctx: AppContext, upload: PartialUpload, { temporary, bytes }: { temporary: string; bytes: number }): Promise<boolean> {
  const name = `${upload.received}.${randomUUID().slice(0, 8)}`
  const key = partKey(upload.uploadKey, name)
  await ctx.storage.putFile(key, temporary)
  const added = await addPart(ctx.db, upload, { name, bytes, at: ctx.clock.now() })
  if (!added) await ctx.storage.remove(key)
  return added
}

/** As much as came until the end, or until the line broke. @throws when more comes than there is room for */
async function written(path: string, body: Readable, most: number): Promise<number> {
  const file = await open(path, 'wx')
  let bytes = 0
  try {
    for await (const chunk of whatComes(body)) {
      if (bytes + chunk.length > most) throw new HttpError(413, 'more than was announced', { advice: 'uploads.tooMuch' })
      await file.writeFile(chunk)
      bytes += chunk.length
    }
    return bytes
  } finally {
    await file.close()
  }
}

async function* whatComes(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk as Buffer
  } catch (error) {
    if (!['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(String((error as { code?: unknown }).code))) throw error
  }
}
