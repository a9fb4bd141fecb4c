import type { AppContext } from '../../../context.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { listMentions } from '../../mentions/mentions.read-models.ts'
import { lastCommentId, outdateWith, selectOlderComments, updateRefreshed } from './refresh-comments.repository.ts'
import { renderedComment } from './render-comment.read-models.ts'

/**
 * As `refreshBodies`, for comments. Nothing hangs on their markup, so that no post is held for it.
 * @returns how many were looked at: fewer than `limit`, and there are no more
 */
export async function refreshComments(ctx: AppContext, limit: number): Promise<number> {
  const comments = await selectOlderComments(ctx.db, limit)
  if (comments.length === 0) return 0
  await inTransaction(ctx.db, async (trx) => {
    const mentions = await listMentions(
      trx,
      'comments',
      comments.map(({ id }) => id),
    )
    for (const { id, version, body, authorId } of comments) {
      const { html, rendererVersion } = await renderedComment(
        { db: trx },
        { body, ownerId: authorId, commentId: id, mentions: mentions.get(id) ?? [] },
      )
      await updateRefreshed(trx, { id, version }, { html, rendererVersion })
    }
  })
  return comments.length
}

const SLICE = 20_000

/** Comments that hold these words are made anew by the next refresh. Looked for in slices, so that nobody waits for a lock on them all. */
export async function outdateCommentsWith({ db }: Pick<AppContext, 'db'>, words: string): Promise<void> {
  const last = await lastCommentId(db)
  for (let from = 0; from <= last; from += SLICE) await outdateWith(db, words, { from, before: from + SLICE })
}
