import type { AppContext } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { mentionsOf } from '../../mentions/mentions.read-models.ts'
import * as repository from '../posts.repository.ts'
import { renderBody } from './render-body.read-models.ts'

/**
 * Renders a post's text as it would be rendered now: what it links may be known better than when it was written. Nothing else
 * changes, not even the renderer's version: what lists know of the text is still as old. A text that was changed meanwhile has been rendered by
 * whoever changed it.
 */
export async function rerenderBody(ctx: AppContext, postId: number): Promise<void> {
  const text = await repository.findText(ctx.db, postId)
  if (!text) return
  const mentions = await mentionsOf(ctx.db, 'posts', postId)
  const { body } = await renderBody(ctx, { source: text.source, ownerId: text.authorId ?? 0, postId, mentions })
  if (body.html === text.html) return
  await inTransaction(ctx.db, async (trx) => {
    const held = await repository.holdPost(trx, postId)
    if (held?.version === text.version) await repository.updateHtml(trx, postId, body.html)
  })
}
