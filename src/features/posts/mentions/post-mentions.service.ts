import type { AppContext } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { addToOutbox } from '../../../lib/events/outbox.ts'
import type { Board } from '../../boards/boards.types.ts'
import type { Mention } from '../../mentions/mentions.types.ts'
import { listViewers } from '../../sessions/sessions.read-models.ts'
import { loadSettings } from '../../settings/settings.service.ts'
import { type PostCalled, postCalled } from '../posts.events.ts'
import { canReadPost, type Readable } from '../posts.policy.ts'
import * as repository from './post-mentions.repository.ts'

/** Instead of those that stood there; a new post has none. */
export async function keepMentions(
  trx: Db,
  { postId, isNew }: { postId: number; isNew: boolean },
  mentions: readonly Mention[],
): Promise<void> {
  if (!isNew) await repository.deleteMentions(trx, postId)
  const rows = mentions.map(({ name, memberId }) => ({ postId, name, memberId }))
  if (rows.length > 0) await repository.insertMentions(trx, rows)
}

/**
 * Within the transaction that writes a post, changes it or lets it be seen, after that: whom it calls is told, each once, as soon as they may read it. A secret
 * post tells nobody, for it is between its author and those who keep order; nor does one that waits, is hidden or private: it does when it is open.
 */
export async function tellCalled(ctx: AppContext, trx: Db, board: Board, post: Readable): Promise<void> {
  if (post.status !== 'visible' || post.secret === 1) return
  const untold = (await repository.listUntold(trx, post.id)).filter((memberId) => memberId !== post.authorId)
  if (untold.length === 0) return
  const { adultProof } = await loadSettings(ctx)
  const viewers = await listViewers(trx, untold, adultProof)
  const mentioned = viewers.filter((viewer) => canReadPost(viewer, board, post)).flatMap(({ memberId }) => memberId ?? [])
  if (mentioned.length === 0) return
  await repository.insertTold(
    trx,
    mentioned.map((memberId) => ({ postId: post.id, memberId })),
  )
  await addToOutbox(trx, postCalled, { postId: post.id, boardId: board.id, authorId: post.authorId, mentioned } satisfies PostCalled)
}
