import type { AppContext } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { listMentions } from '../../mentions/mentions.read-models.ts'
import { POPULAR_MEMORY_KEY } from '../overview.read-models.ts'
import { findText } from '../posts.repository.ts'
import { holdPosts, type OlderText, selectOlderTexts, updateRefreshed } from './refresh-bodies.repository.ts'
import { renderBody } from './render-body.read-models.ts'

/**
 * Renders texts of an older renderer as they would be rendered now, and what lists show of them. To their writers and readers they are the same
 * version, edited when they were edited. One that was changed meanwhile has been rendered by whoever changed it.
 * @returns how many were looked at: fewer than `limit`, and there are no more
 */
export async function refreshBodies(ctx: AppContext, limit: number): Promise<number> {
  const texts = await selectOlderTexts(ctx.db, limit)
  if (texts.length > 0) await refreshTexts(ctx, texts)
  return texts.length
}

/** The same for one post of whose text something is known now that was not when it was written. */
export async function refreshBody(ctx: AppContext, postId: number): Promise<void> {
  const text = await findText(ctx.db, postId)
  if (text) await refreshTexts(ctx, [{ id: postId, ...text }])
}

async function refreshTexts(ctx: AppContext, texts: readonly OlderText[]): Promise<void> {
  // Before the transaction: nobody waits for a row while texts are rendered.
  const rendered = new Map<number, { was: OlderText; text: Awaited<ReturnType<typeof renderBody>> }>()
  const calls = await listMentions(
    ctx.db,
    'posts',
    texts.map(({ id }) => id),
  )
  for (const was of texts) {
    const mentions = calls.get(was.id) ?? []
    const text = await renderBody(ctx, { source: was.source, ownerId: was.authorId ?? 0, postId: was.id, mentions })
    rendered.set(was.id, { was, text })
  }
  await inTransaction(ctx.db, async (trx) => {
    for (const held of await holdPosts(trx, [...rendered.keys()])) {
      const { was, text } = rendered.get(held.id) ?? {}
      if (text && was?.version === held.version) await updateRefreshed(trx, held, text)
    }
  })
  await ctx.memory.forget(POPULAR_MEMORY_KEY)
}
