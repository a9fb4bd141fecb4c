import type { Db } from '../../lib/db/db.ts'
import { fileKeysIn } from './uploads.paths.ts'
import { attachToComment, detachFromComment, selectFilesForComment } from './uploads.repository.ts'

const HOUR_MS = 3_600_000

/** Ties the pictures that a comment names to it, within the transaction that saves it, and lets go of those that it no longer names. */
export async function attachCommentFiles(
  trx: Db,
  { body, ...comment }: { commentId: number; postId: number; ownerId: number; body: string },
  now: Date,
): Promise<void> {
  const keys = fileKeysIn(body)
  const files = keys.length > 0 ? await selectFilesForComment(trx, { ...comment, keys }).forUpdate() : []
  const ids = files.map(({ id }) => id)
  if (ids.length > 0) await attachToComment(trx, ids, comment)
  await detachFromComment(trx, comment.commentId, ids, new Date(now.getTime() + HOUR_MS))
}

/** With a comment that is deleted its pictures go; not before that can't be taken back any more. */
export const letGoOfCommentFiles = (trx: Db, commentId: number, now: Date) =>
  detachFromComment(trx, commentId, [], new Date(now.getTime() + HOUR_MS))
