import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import type { Board } from '../boards/boards.types.ts'
import { recordAct } from '../moderation/moderation.service.ts'
import { wrote } from '../posts/posts.policy.ts'
import { holdPost } from '../posts/posts.service.ts'
import type { Post } from '../posts/posts.types.ts'
import { restoreText } from '../posts/writing/restore-text.service.ts'
import { fileKeysIn } from '../uploads/uploads.paths.ts'
import { releaseFiles } from '../uploads/uploads.service.ts'
import { canPurgeVersion } from './revisions.policy.ts'
import * as repository from './revisions.repository.ts'
import type { Revision } from './revisions.types.ts'

/**
 * What an earlier version said is the post's text again: a new version, which keeps the one that it takes the place of. Done by somebody else
 * than the author it stands in the log of moderation.
 * @param change.version the version of the post that who asks has seen
 * @returns false when the post was changed since
 */
export function restoreVersion(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  old: Pick<Revision, 'version' | 'title'> & { source: string },
  change: { version: number; reason: string },
): Promise<boolean> {
  const words = { title: old.title, body: old.source, version: change.version, why: change.reason, restored: old.version }
  return restoreText(ctx, viewer, { board, post }, words, async (trx, createdAt) => {
    if (wrote(viewer, post) || viewer.memberId === null) return
    const act = { moderatorId: viewer.memberId, action: 'restore-version', boardId: board.id, postId: post.id } as const
    await recordAct(trx, { ...act, memberId: post.authorId, reason: change.reason, createdAt })
  })
}

/**
 * Takes the words of one version away for good, and pictures that it alone names; that there was one stays to be seen.
 * @returns false when that was done already
 * @throws Conflict when no such version is kept any more
 */
export async function purgeVersion(
  ctx: AppContext,
  viewer: Viewer,
  { board, post }: { board: Board; post: Post },
  { version, reason }: { version: number; reason: string },
): Promise<boolean> {
  return inTransaction(ctx.db, async (trx) => {
    const held = await holdPost(trx, post.id)
    if (!held || viewer.memberId === null || !canPurgeVersion(viewer, board, held)) {
      throw new Forbidden('moderators only', 'moderation.moderatorsOnly')
    }
    const old = await repository.holdRevision(trx, post.id, version)
    if (!old) throw new Conflict('no such version', 'revisions.gone')
    if (old.source === null) return false
    await repository.blankRevision(trx, post.id, version)
    const stillNamed = new Set((await repository.listSources(trx, post.id)).flatMap(fileKeysIn))
    const loose = fileKeysIn(old.source).filter((key) => !stillNamed.has(key))
    if (held.authorId !== null) await releaseFiles(trx, held.authorId, loose)
    const act = { moderatorId: viewer.memberId, action: 'purge-version', boardId: board.id, postId: post.id } as const
    await recordAct(trx, { ...act, memberId: held.authorId, reason, createdAt: ctx.clock.now() })
    return true
  })
}
