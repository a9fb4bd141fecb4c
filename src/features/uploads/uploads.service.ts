import { randomBytes } from 'node:crypto'
import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { LogInFirst } from '../../lib/http/errors.ts'
import type { ReceivedImage } from '../../lib/http/receive-images.ts'
import { ImageRefused, type PreparedImage, prepareImage } from '../../lib/images/prepare-image.ts'
import { QueueFull } from '../../lib/images/queue.ts'
import { cleanFileName, fileNameFor } from '../../lib/storage/file-name.ts'
import { whenStorageFails } from '../../lib/storage/storage-faults.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { filePath, storageKey, thumbnailPath, thumbnailStorageKey } from './uploads.paths.ts'
import { attachToPost, countFilesSince, detachOthers, insertFile, selectFilesForPost } from './uploads.repository.ts'
import { IMAGES_A_DAY, type NewFile, type StoredImage } from './uploads.types.ts'

const DAY_MS = 86_400_000

export interface RefusedImage {
  name: string
  messageKey: MessageKey
}

export interface StoredImages {
  stored: StoredImage[]
  refused: RefusedImage[]
}

/** Each picture for itself: one that can't be taken doesn't keep the others out. Those stored belong to no post until `attachFiles`. */
export async function storeImages(ctx: AppContext, viewer: Viewer, received: readonly ReceivedImage[]): Promise<StoredImages> {
  if (viewer.memberId === null) throw new LogInFirst()
  const outcome: StoredImages = { stored: [], refused: [] }
  if (received.length === 0) return outcome
  const since = new Date(ctx.clock.now().getTime() - DAY_MS)
  let left = IMAGES_A_DAY - (await countFilesSince(ctx.db, viewer.memberId, since))
  for (const image of received) {
    const result = left > 0 ? await storeImage(ctx, viewer.memberId, image) : refuse(image, 'uploads.tooManyToday')
    if ('key' in result) outcome.stored.push(result)
    else outcome.refused.push(result)
    left -= 1
  }
  return outcome
}

async function storeImage(ctx: AppContext, ownerId: number, received: ReceivedImage): Promise<StoredImage | RefusedImage> {
  if (received.refused) return refuse(received, received.refused)
  let image: PreparedImage
  try {
    image = await prepareImage(received.path)
  } catch (error) {
    if (error instanceof ImageRefused) return refuse(received, `uploads.refused.${error.why}`)
    if (error instanceof QueueFull) return refuse(received, 'uploads.busy')
    throw error
  }
  const file = newFile(image, ownerId, received.name, ctx.clock.now())
  await keep(ctx, file, image)
  return storedImage(file)
}

/** Files first, row last: a crash in between leaves bytes that nobody names, never a row without bytes. */
async function keep(ctx: AppContext, file: NewFile, image: PreparedImage): Promise<void> {
  const places = [storageKey(file.fileKey), thumbnailStorageKey(file.fileKey)] as const
  try {
    await ctx.storage.put(places[0], image.full)
    await ctx.storage.put(places[1], image.thumbnail)
    await insertFile(ctx.db, file)
  } catch (error) {
    await Promise.allSettled(places.map((place) => ctx.storage.remove(place)))
    throw whenStorageFails(error)
  }
}

/**
 * Ties the files that a post's text names to the post, within the transaction that saves it, and lets go of those that it no longer names.
 * Somebody else's, and those that stand in another post, are left alone.
 * @returns how many pictures the post now has
 */
export async function attachFiles(
  trx: Db,
  { postId, ownerId, keys }: { postId: number; ownerId: number; keys: string[] },
): Promise<number> {
  const files = keys.length > 0 ? await selectFilesForPost(trx, { keys, ownerId, postId }).forUpdate() : []
  const ids = files.map(({ id }) => id)
  if (ids.length > 0) await attachToPost(trx, ids, postId)
  await detachOthers(trx, postId, ids)
  return ids.length
}

const newFile = (image: PreparedImage, ownerId: number, name: string, now: Date): NewFile => ({
  fileKey: randomBytes(16).toString('hex'),
  ownerId,
  name: fileNameFor(name, 'webp'),
  bytes: image.full.length,
  width: image.width,
  height: image.height,
  frames: image.frames,
  thumbnailBytes: image.thumbnail.length,
  thumbnailWidth: image.thumbnailWidth,
  thumbnailHeight: image.thumbnailHeight,
  createdAt: now,
})

function storedImage(file: NewFile): StoredImage {
  const path = filePath(file)
  const words = file.name
    .replace(/\.webp$/, '')
    .replace(/[\\[\]`*_<>!&]/g, ' ')
    .trim()
  return {
    key: file.fileKey,
    path,
    thumbnailPath: thumbnailPath(file),
    markdown: `![${words}](${path})`,
    width: file.width,
    height: file.height,
    name: file.name,
  }
}

const refuse = ({ name }: ReceivedImage, messageKey: MessageKey): RefusedImage => ({ name: cleanFileName(name), messageKey })
