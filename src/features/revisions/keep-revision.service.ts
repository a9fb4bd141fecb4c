import type { Db } from '../../lib/db/db.ts'
import { fileKeysIn } from '../uploads/uploads.paths.ts'
import { holdFiles } from '../uploads/uploads.service.ts'
import { deleteUpTo, insertRevision, listSizes } from './revisions.repository.ts'
import { FILES_KEPT_DAYS, KEPT_BYTES, KEPT_VERSIONS, type Rewording } from './revisions.types.ts'

const DAY_MS = 86_400_000

/**
 * In the transaction that changes a text, under the post's row lock: what stood there stays to be read and put back. Its pictures stand in no
 * post any more, and are left alone for a year.
 */
export async function keepRevision(trx: Db, { before, ...change }: Rewording): Promise<void> {
  const { id: postId, version, title, source } = before
  await insertRevision(trx, { postId, version, title, source, ...change })
  await holdFiles(trx, { postId, keys: fileKeysIn(source) }, new Date(change.changedAt.getTime() + FILES_KEPT_DAYS * DAY_MS))
  const oldest = tooOld(await listSizes(trx, postId))
  if (oldest !== null) await deleteUpTo(trx, postId, oldest)
}

/** @returns the newest version that is no longer kept */
function tooOld(newestFirst: readonly { version: number; bytes: number }[]): number | null {
  let bytes = 0
  for (const [index, each] of newestFirst.entries()) {
    bytes += Number(each.bytes)
    if (index > 0 && (index >= KEPT_VERSIONS || bytes > KEPT_BYTES)) return each.version
  }
  return null
}
