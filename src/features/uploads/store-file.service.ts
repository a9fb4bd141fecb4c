import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { type FoundKind, kindOfFile } from '../../lib/files/kind-of-file.ts'
import { mp4Size } from '../../lib/files/mp4-size.ts'
import { Conflict } from '../../lib/http/errors.ts'
import type { ReceivedImage } from '../../lib/http/receive-images.ts'
import { ImageRefused, type PreparedImage, prepareImage } from '../../lib/images/prepare-image.ts'
import { QueueFull } from '../../lib/images/queue.ts'
import { fileNameFor } from '../../lib/storage/file-name.ts'
import { whenStorageFails } from '../../lib/storage/storage-faults.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { becomeFile } from './partial-uploads.repository.ts'
import { takeRoom } from './room.service.ts'
import { filePath, sizedStorageKey, storageKey, storageKeys, thumbnailPath } from './uploads.paths.ts'
import { insertFile } from './uploads.repository.ts'
import type { FileProblem, FileSize, NewFile, PartialUpload, Room, StoredFile, UploadLimits } from './uploads.types.ts'

/** Whose it is, and on which way it came in. */
export interface FileOrigin {
  room: Room
  upload?: PartialUpload
}

const MEGABYTE = 1024 * 1024

/** One file that came in, if its kind and size are welcome: a picture is made anew, a film and everything else is kept as it is. */
export async function storeFile(
  ctx: AppContext,
  place: FileOrigin,
  limits: UploadLimits,
  received: ReceivedImage,
): Promise<StoredFile | FileProblem> {
  if (received.refused) return { problem: received.refused }
  const { size } = await stat(received.path)
  if (size > limits.megabytes * MEGABYTE) return { problem: 'uploads.refused.size', args: { megabytes: limits.megabytes } }
  const found = await kindOfFile(received.path, received.name)
  if (!found || !limits.kinds.includes(found.kind)) return { problem: kindProblem(limits) }
  return found.kind === 'image' ? storeImage(ctx, place, received, limits) : storeAsIs(ctx, place, received, found, size)
}

export const kindProblem = ({ kinds }: UploadLimits): MessageKey =>
  kinds.length === 1 && kinds[0] === 'image'
    ? 'uploads.refused.type'
    : kinds.length < 3
      ? 'uploads.refused.kind'
      : 'uploads.refused.unknown'

async function storeImage(
  ctx: AppContext,
  place: FileOrigin,
  received: ReceivedImage,
  { wholeSize }: UploadLimits,
): Promise<StoredFile | FileProblem> {
  let image: PreparedImage
  try {
    image = await prepareImage(received.path, { wholeSize })
  } catch (error) {
    if (error instanceof ImageRefused) return { problem: `uploads.refused.${error.why}` }
    if (error instanceof QueueFull) return { problem: 'uploads.busy' }
    throw error
  }
  const file: NewFile = {
    ...newFile(ctx, place),
    kind: 'image',
    mime: 'image/webp',
    name: fileNameFor(received.name, 'webp'),
    bytes: image.full.length,
    width: image.width,
    height: image.height,
    frames: image.frames,
    thumbnailBytes: image.thumbnail.length,
    thumbnailWidth: image.thumbnailWidth,
    thumbnailHeight: image.thumbnailHeight,
    copies: image.copies.map(({ width }) => width).join(' '),
  }
  return kept(ctx, place, file, async () => {
    await ctx.storage.put(storageKey(file), image.full)
    await ctx.storage.put(sizedStorageKey(file.fileKey, 'thumbnail'), image.thumbnail)
    for (const { width, data } of image.copies) await ctx.storage.put(sizedStorageKey(file.fileKey, `w${width}` as FileSize), data)
  })
}

async function storeAsIs(
  ctx: AppContext,
  place: FileOrigin,
  { path, name }: ReceivedImage,
  found: Exclude<FoundKind, { kind: 'image' }>,
  bytes: number,
): Promise<StoredFile | FileProblem> {
  const { kind, ending, mime } = found
  const shown = mime === 'video/mp4' ? await mp4Size(path) : null
  const file: NewFile = { ...newFile(ctx, place), kind, mime, name: fileNameFor(name, ending), bytes, ...(shown ?? {}) }
  return kept(ctx, place, file, () => ctx.storage.putFile(storageKey(file), path))
}

/** Files first, row last: a crash in between leaves bytes that nobody names, never a row without bytes. */
async function kept(
  ctx: AppContext,
  { room, upload }: FileOrigin,
  file: NewFile,
  put: () => Promise<void>,
): Promise<StoredFile | FileProblem> {
  const forget = () => Promise.allSettled(storageKeys(file).map((place) => ctx.storage.remove(place)))
  try {
    await put()
    const problem = await inTransaction(ctx.db, async (trx) => {
      const full = await takeRoom(trx, room, { bytes: file.bytes, now: file.createdAt, except: upload?.id ?? 0 })
      if (full) return full
      if (upload && !(await becomeFile(trx, upload.id, file.fileKey))) throw new Conflict('finished by another try', 'uploads.busy')
      await insertFile(trx, file)
      return null
    })
    if (problem) await forget()
    return problem ?? storedFile(file)
  } catch (error) {
    await forget()
    throw whenStorageFails(error)
  }
}

const newFile = (ctx: AppContext, { room: { ownerId, boardId } }: FileOrigin) => ({
  fileKey: randomBytes(16).toString('hex'),
  ownerId,
  boardId,
  width: 0,
  height: 0,
  frames: 0,
  thumbnailBytes: 0,
  thumbnailWidth: 0,
  thumbnailHeight: 0,
  copies: '',
  createdAt: ctx.clock.now(),
})

export function storedFile(file: NewFile): StoredFile {
  const path = filePath(file)
  const plain = (text: string) => text.replace(/[\\[\]`*_<>!&]/g, ' ').trim()
  const shown = file.kind === 'file' ? `[${plain(file.name)}]` : `![${plain(file.name.replace(/\.[a-z\d]+$/, ''))}]`
  return {
    key: file.fileKey,
    kind: file.kind,
    path,
    thumbnailPath: file.kind === 'image' ? thumbnailPath(file) : '',
    markdown: `${shown}(${path})`,
    width: file.width,
    height: file.height,
    name: file.name,
    bytes: file.bytes,
  }
}
