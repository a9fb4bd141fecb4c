import type { Db } from '../../../lib/db/db.ts'
import type { Board } from '../../boards/boards.types.ts'
import { keepRevision } from '../../revisions/keep-revision.service.ts'
import type { Rewording } from '../../revisions/revisions.types.ts'
import type { RenderedText } from '../bodies/render-body.read-models.ts'
import { findSource, updateText } from '../posts.repository.ts'
import type { Post, PostDraft } from '../posts.types.ts'
import { listedAs } from './keep-post.service.ts'

/** What takes a text's place: words, and the version of the post that they were written over. */
export type NewText = Pick<PostDraft, 'title' | 'body' | 'secret' | 'commentsClosed'> & { version: number }

/**
 * For a post that is held. What stood there is kept in its history, in the same transaction.
 * @returns false when the post was changed since; nothing is saved then
 */
export async function saveText(
  trx: Db,
  { board, held }: { board: Board; held: Post },
  change: NewText,
  { text, ...facts }: { text: RenderedText } & Omit<Rewording, 'before'>,
): Promise<boolean> {
  if (held.version !== change.version) return false
  const source = (await findSource(trx, held.id)) ?? ''
  // Another category, another tag: the text is as it was.
  if (change.title !== held.title || change.body !== source) await keepRevision(trx, { ...facts, before: { ...held, source } })
  const { commentsClosed = held.commentsClosed === 1 } = change
  const told = {
    title: change.title,
    ...listedAs(board, change, text, held),
    commentsClosed: commentsClosed ? (1 as const) : (0 as const),
    editedAt: facts.changedAt,
  }
  return updateText(trx, { id: held.id, version: change.version }, told, text.body)
}
