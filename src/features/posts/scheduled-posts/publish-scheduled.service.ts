import type { AppContext, Viewer } from '../../../context.ts'
import { isDatabaseUnavailable } from '../../../lib/db/errors.ts'
import { Conflict, HttpError } from '../../../lib/http/errors.ts'
import { canWriteOn } from '../../boards/boards.policy.ts'
import { listAllBoards } from '../../boards/boards.read-models.ts'
import type { Board } from '../../boards/boards.types.ts'
import { fieldsOf } from '../../drafts/drafts.types.ts'
import { findViewer } from '../../sessions/sessions.read-models.ts'
import { loadSettings } from '../../settings/settings.service.ts'
import { createPost } from '../writing/create-post.service.ts'
import { readWriteForm } from '../writing/post-form.schemas.ts'
import { mayPostNow } from '../writing/posting-limit.service.ts'
import * as repository from './scheduled-posts.repository.ts'
import { ATTEMPTS, type ScheduledPost, type ScheduleProblem } from './scheduled-posts.types.ts'

type Outcome = { path: string } | { problem: ScheduleProblem } | 'later' | 'done'

/**
 * Publishes what waits, by its author's rights as they stand now, as if they had sent the form at this moment. The mark that it is published stands
 * in the transaction that stores the post: whoever comes second, another worker or this one after it was killed, finds the row changed, and the
 * post that it made is taken back with it.
 */
export async function publishScheduledPost(ctx: AppContext, post: ScheduledPost): Promise<Outcome> {
  try {
    const ready = await makeReady(ctx, post)
    if (ready === 'later') return ready
    if ('problem' in ready) return await fail(ctx, post, ready.problem)
    const { viewer, board, draft } = ready
    // The limit is everybody's, also at midnight: what is over it comes a minute later.
    if (!(await mayPostNow(ctx, viewer, board, { ...draft, submissionKey: `scheduled-${post.id}-${post.version}` }))) return 'later'
    const path = await createPost(ctx, viewer, board, draft, async (trx, resultPath) => {
      if (!(await repository.markPublished(trx, post, resultPath))) throw new AlreadySettled('published, changed or given up meanwhile')
    })
    return { path }
  } catch (error) {
    if (error instanceof AlreadySettled) return 'done'
    if (error instanceof HttpError) return fail(ctx, post, 'rights')
    if (isDatabaseUnavailable(error)) throw error
    ctx.log.error({ err: error, scheduled: post.id }, 'a planned post could not be published')
    await repository.countAttempt(ctx.db, post)
    return post.attempts + 1 < ATTEMPTS ? 'later' : fail(ctx, post, 'unknown')
  }
}

/** It stays as it is, and its author is told in their list. */
async function fail(ctx: AppContext, post: ScheduledPost, problem: ScheduleProblem): Promise<Outcome> {
  await repository.markFailed(ctx.db, post, problem)
  return { problem }
}

class AlreadySettled extends Conflict {}

type Ready = { viewer: Viewer; board: Board; draft: Parameters<typeof createPost>[3] }

async function makeReady(ctx: AppContext, post: ScheduledPost): Promise<Ready | { problem: ScheduleProblem } | 'later'> {
  const { adultProof, zone } = await loadSettings(ctx)
  const viewer: Viewer | undefined = await findViewer(ctx.db, { memberId: post.memberId, epoch: null, adultProof })
  if (!viewer) return { problem: 'suspended' }
  const board = (await listAllBoards(ctx)).find(({ id }) => id === post.boardId)
  if (!board) return { problem: 'board' }
  // It goes where its board's posts are going.
  if (board.mergingInto !== null) return 'later'
  if (!canWriteOn(viewer, board)) return { problem: 'rights' }
  const form = readWriteForm({ viewer, zone, now: ctx.clock.now() }, board, fieldsOf(post))
  return form.ok ? { viewer, board, draft: form.data } : { problem: 'form' }
}
