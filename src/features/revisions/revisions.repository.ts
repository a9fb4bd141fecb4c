import type { Db } from '../../lib/db/db.ts'
import type { Revision } from './revisions.types.ts'

/** Owns `post_revisions`. */

export const insertRevision = (trx: Db, revision: Revision) => trx<Revision>('post_revisions').insert(revision)

/** Newest first. Bytes as they are stored. */
export const listSizes = (trx: Db, postId: number): Promise<{ version: number; bytes: number }[]> =>
  trx('post_revisions').where({ postId }).orderBy('version', 'desc').select('version', trx.raw('COALESCE(LENGTH(source), 0) AS bytes'))

export const deleteUpTo = (trx: Db, postId: number, version: number) =>
  trx('post_revisions').where({ postId }).where('version', '<=', version).delete()

/** As it stands now, held until the transaction ends. */
export const holdRevision = (trx: Db, postId: number, version: number): Promise<Revision | undefined> =>
  trx<Revision>('post_revisions').where({ postId, version }).forUpdate().first()

/** Its words go, and that it was there stays. Why it came to stand there was said by the change before it. */
export async function blankRevision(trx: Db, postId: number, version: number): Promise<void> {
  await trx<Revision>('post_revisions').where({ postId, version }).update({ title: '', source: null })
  const before = await trx<Revision>('post_revisions')
    .where({ postId })
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .first('version')
  if (before) await trx<Revision>('post_revisions').where({ postId, version: before.version }).update({ reason: '' })
}

export const listSources = async (trx: Db, postId: number): Promise<string[]> =>
  (await trx<Revision>('post_revisions').where({ postId }).whereNotNull('source').pluck('source')) as string[]
