import type { AppContext, Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { addToOutbox } from '../../../lib/events/outbox.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import type { Board } from '../../boards/boards.types.ts'
import { listCopiedKeys } from '../../image-copies/image-copies.read-models.ts'
import { canRestoreText } from '../../revisions/revisions.policy.ts'
import type { Rewording } from '../../revisions/revisions.types.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { attachFiles } from '../../uploads/uploads.service.ts'
import { renderWritten } from '../bodies/render-body.read-models.ts'
import { keepMentions, tellCalled } from '../mentions/post-mentions.service.ts'
import { holdPost } from '../posts.repository.ts'
import { listsChanged } from '../posts.service.ts'
import type { Post } from '../posts.types.ts'
import { type NewText, saveText } from './save-text.service.ts'

/**
 * An earlier title and text stand again, with the pictures that they name; category, tags and fields stay what they are.
 * @param also what belongs into the same transaction: the record of the act
 * @returns false when the post was changed since the version that this change began from; nothing is saved then
 */
export async function restoreText(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  { why, restored, ...change }: Omit<NewText, 'secret'> & { why: string; restored: Rewording['restored'] },
  also: (trx: Db, at: Date) => Promise<void>,
): Promise<boolean> {
  const ownerId = post.authorId ?? 0
  const text = await renderWritten(ctx, { source: change.body, ownerId, postId: post.id })
  const saved = await inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, post.id)
    if (!held || !canRestoreText(viewer, board, held)) throw new Forbidden('may not restore (any more)', 'revisions.mayNotRestore')
    const changedAt = ctx.clock.now()
    const facts = { text, changedBy: viewer.memberId, changedAt, reason: why, restored }
    if (!(await saveText(trx, { board, held }, { ...change, secret: held.secret === 1 }, facts))) return false
    const keys = [...fileKeysIn(change.body), ...(await listCopiedKeys(trx, post.id, change.body))]
    await attachFiles(trx, { postId: post.id, ownerId, keys })
    await keepMentions(trx, { postId: post.id, isNew: false }, text.mentions)
    await addToOutbox(trx, 'post.edited', { postId: post.id, boardId: board.id })
    await tellCalled(ctx, trx, board, held)
    await also(trx, changedAt)
    return true
  })
  if (saved) await listsChanged(ctx, post.id)
  return saved
}
