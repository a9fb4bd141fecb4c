import type { Db } from '../../../lib/db/db.ts'
import { type CommentRevision, KEPT_REVISIONS } from './comment-history.types.ts'

/** Owns `comment_revisions`. */

/** Under the lock of the comment's row: what is older than the newest few goes. */
export async function insertRevision(trx: Db, revision: CommentRevision): Promise<void> {
  const { commentId } = revision
  await trx<CommentRevision>('comment_revisions').insert(revision)
  const tooOld = await trx<CommentRevision>('comment_revisions')
    .where({ commentId })
    .orderBy('version', 'desc')
    .offset(KEPT_REVISIONS)
    .limit(1)
    .first('version')
  if (tooOld) await trx<CommentRevision>('comment_revisions').where({ commentId }).where('version', '<=', tooOld.version).delete()
}

/** That there were changes stays. @returns how many lost their words */
export const blankRevisions = (trx: Db, commentId: number): Promise<number> =>
  trx<CommentRevision>('comment_revisions').where({ commentId }).whereNotNull('body').update({ body: null })
