import type { AppContext, Reader, Viewer } from '../../../context.ts'
import { Conflict, NotFound } from '../../../lib/http/errors.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import type { Board } from '../../boards/boards.types.ts'
import { waitsForApproval } from '../posts.policy.ts'
import type { PostDraft } from '../posts.types.ts'
import { createPost } from '../writing/create-post.service.ts'
import type { FormLook } from '../writing/post-form.types.ts'
import { mayPostNow } from '../writing/posting-limit.service.ts'
import { scheduledPath } from './scheduled-posts.paths.ts'
import { markPublished } from './scheduled-posts.repository.ts'
import { changeScheduled, loadScheduled, type Planned, readWhen, schedulePost } from './scheduled-posts.service.ts'
import { MOST_SCHEDULED, type PublishWish, type ScheduledPost } from './scheduled-posts.types.ts'

/** A form that was found good, and the planned post whose form it is. */
interface Sent {
  typed: Record<string, string>
  wish: PostDraft & Pick<Planned, 'submissionKey' | 'draftKey'> & { publish: PublishWish; publishAt: string }
  waiting: ScheduledPost | null
}

type Outcome = { to: string; said: MessageKey } | FormLook

/** Now, later, or for its author alone. @returns where the writer is led, or the form with what stands in the way */
export const publishAsWished = (ctx: AppContext, reader: Reader, board: Board, sent: Sent): Promise<Outcome> =>
  sent.wish.publish === 'later' ? planIt(ctx, reader, board, sent) : publishIt(ctx, reader, board, sent)

async function publishIt(ctx: AppContext, { viewer }: Reader, board: Board, { typed, wish, waiting }: Sent): Promise<Outcome> {
  if (!(await mayPostNow(ctx, viewer, board, wish))) {
    return { draft: typed, status: 429, notice: { kind: 'danger', key: 'posts.tooFast' } }
  }
  try {
    const to = await createPost(ctx, viewer, board, wish, async (trx, path) => {
      if (waiting && !(await markPublished(trx, waiting, path))) throw new ChangedMeanwhile()
    })
    return { to, said: wish.private ? 'posts.keptPrivate' : waitsForApproval(viewer, board) ? 'posts.waits' : 'posts.created' }
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return changedMeanwhile(typed)
    if (error instanceof Conflict && error.advice === 'posts.reply.full') return notAnswered(typed, error.advice)
    throw error
  }
}

/** What can't be an answer any more may still be a post: that is for its author to say. */
export const notAnswered = (draft: Record<string, string>, key: 'posts.reply.full' | 'posts.reply.gone'): FormLook => ({
  draft: { ...draft, parent: '' },
  status: 409,
  notice: { kind: 'danger', key },
})

class ChangedMeanwhile extends Conflict {}

async function planIt(ctx: AppContext, reader: Reader, board: Board, { typed, wish, waiting }: Sent): Promise<Outcome> {
  const when = readWhen(wish.publishAt, reader)
  if ('problem' in when) return { draft: typed, status: 422, errors: { publishAt: when.problem } }
  const planned = { ...wish, typed, publishAt: when.at }
  if (waiting) {
    const changed = await changeScheduled(ctx, reader.viewer, board, waiting, planned)
    return changed ? { to: scheduledPath, said: 'scheduled.saved' } : changedMeanwhile(typed)
  }
  const to = await schedulePost(ctx, reader.viewer, board, planned)
  if (to !== null) return { to, said: 'scheduled.planned' }
  return { draft: typed, status: 422, notice: { kind: 'danger', key: 'scheduled.tooMany', count: MOST_SCHEDULED } }
}

const changedMeanwhile = (draft: Record<string, string>): FormLook => ({
  draft,
  status: 409,
  notice: { kind: 'danger', key: 'scheduled.changedMeanwhile', path: scheduledPath },
})

/** The planned post that the form's address names, as it was when the form was opened. @throws NotFound for one of another board, and when it is published */
export async function waitingInForm(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  { scheduled, version }: { scheduled?: number | undefined; version?: number | undefined },
): Promise<ScheduledPost | null> {
  if (scheduled === undefined) return null
  const post = await loadScheduled(ctx, viewer, scheduled)
  if (post.boardId !== board.id || post.state === 'published') throw new NotFound('no such planned post here', 'scheduled.gone')
  return { ...post, version: version ?? post.version }
}
