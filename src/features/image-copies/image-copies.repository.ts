import type { Db } from '../../lib/db/db.ts'
import type { ImageCopy } from './image-copies.types.ts'

/** Owns `image_copies`. */

export type WantedImage = Pick<ImageCopy, 'url' | 'urlHash'>

/** Which pictures a post shows now: those that are new to it are fetched as soon as may be, unless `dueAt` is null. */
export async function replaceCopies(trx: Db, postId: number, images: readonly WantedImage[], at: { now: Date; dueAt: Date | null }) {
  const hashes = images.map(({ urlHash }) => urlHash)
  await trx<ImageCopy>('image_copies').where({ postId }).whereNotIn('urlHash', hashes).delete()
  if (images.length === 0 || at.dueAt === null) return
  const rows = images.map(({ url, urlHash }) => ({ postId, url, urlHash, dueAt: at.dueAt, createdAt: at.now }))
  await trx<ImageCopy>('image_copies').insert(rows).onConflict().ignore()
  // Tried in vain, or put off while the post was hidden: whoever saves the text again means it.
  await trx<ImageCopy>('image_copies').where({ postId, fileKey: null, dueAt: null }).update({ dueAt: at.dueAt, failures: 0 })
}

export const selectDue = (db: Db, now: Date, limit: number): Promise<ImageCopy[]> =>
  db<ImageCopy>('image_copies').where('dueAt', '<=', now).orderBy('dueAt').limit(limit)

/** Of several workers that saw it due, the one that moves the time has it; if that worker dies, it is due again then. */
export const holdCopy = async (db: Db, { postId, urlHash, dueAt }: ImageCopy, until: Date): Promise<boolean> =>
  (await db<ImageCopy>('image_copies').where({ postId, urlHash, dueAt }).update({ dueAt: until })) === 1

export const saveCopy = (trx: Db, { postId, urlHash }: ImageCopy, fileKey: string) =>
  trx<ImageCopy>('image_copies').where({ postId, urlHash }).update({ fileKey, dueAt: null, failures: 0 })

export const saveFailure = (db: Db, { postId, urlHash }: ImageCopy, failures: number, dueAt: Date | null) =>
  db<ImageCopy>('image_copies').where({ postId, urlHash }).update({ failures, dueAt })
