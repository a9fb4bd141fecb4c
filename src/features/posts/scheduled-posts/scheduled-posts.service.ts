import type { AppContext, Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { Conflict, LogInFirst, NotFound } from '../../../lib/http/errors.ts'
import { instantOf } from '../../../lib/time/zone.ts'
import { writePath } from '../../boards/boards.paths.ts'
import type { Board } from '../../boards/boards.types.ts'
import { endDrafts } from '../../drafts/drafts.service.ts'
import { typedFields } from '../../drafts/drafts.types.ts'
import { createOnce } from '../../submissions/submissions.service.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { holdFiles } from '../../uploads/uploads.service.ts'
import { scheduledPath } from './scheduled-posts.paths.ts'
import * as repository from './scheduled-posts.repository.ts'
import { FURTHEST_DAYS, MOST_SCHEDULED, type ScheduledPost } from './scheduled-posts.types.ts'

const DAY_MS = 86_400_000
/** Pictures of a post that could not be published wait this much longer for its author. */
const FILES_KEPT_MS = 90 * DAY_MS

/** What a form says of a post that is to be published later, and was found good. */
export interface Planned {
  title: string
  body: string
  /** The form as it was typed. */
  typed: Readonly<Record<string, string>>
  publishAt: Date
  submissionKey: string | undefined
  draftKey: string | undefined
}

type WhenProblem = 'posts.publish.atRequired' | 'posts.publish.atInvalid' | 'posts.publish.atPast' | 'posts.publish.atFar'

/** In the site's zone. */
export function readWhen(typed: string, { now, zone }: { now: Date; zone: string }): { at: Date } | { problem: WhenProblem } {
  if (typed.trim() === '') return { problem: 'posts.publish.atRequired' }
  const at = instantOf(typed.trim(), zone)
  if (at === null) return { problem: 'posts.publish.atInvalid' }
  if (at <= now) return { problem: 'posts.publish.atPast' }
  return at.getTime() - now.getTime() > FURTHEST_DAYS * DAY_MS ? { problem: 'posts.publish.atFar' } : { at }
}

/** @returns where it is listed; null when this member has planned as many as they may */
export async function schedulePost(ctx: AppContext, viewer: Viewer, board: Board, planned: Planned): Promise<string | null> {
  const memberId = ownerOf(viewer)
  const content = `later\n${planned.title}\n${planned.body}`
  try {
    return await createOnce(ctx, { submissionKey: planned.submissionKey, memberId, content }, async (trx) => {
      if ((await repository.countScheduled(trx, memberId)) >= MOST_SCHEDULED) throw new TooManyScheduled()
      const createdAt = ctx.clock.now()
      await repository.insertScheduled(trx, { memberId, boardId: board.id, ...rowOf(planned), createdAt })
      await settle(trx, memberId, board, planned, createdAt)
      return scheduledPath
    })
  } catch (error) {
    if (error instanceof TooManyScheduled) return null
    throw error
  }
}

class TooManyScheduled extends Conflict {}

/** @returns false when it was changed or published since this form was opened */
export async function changeScheduled(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  seen: Pick<ScheduledPost, 'id' | 'version'>,
  planned: Planned,
): Promise<boolean> {
  const memberId = ownerOf(viewer)
  return inTransaction(ctx.db, async (trx) => {
    if (!(await repository.changeScheduled(trx, seen, rowOf(planned)))) return false
    await settle(trx, memberId, board, planned, ctx.clock.now())
    return true
  })
}

/** Given up, words and all. @returns false when it is published, or gone already */
export const cancelScheduled = (ctx: AppContext, viewer: Viewer, id: number): Promise<boolean> =>
  repository.deleteScheduled(ctx.db, ownerOf(viewer), id)

/** @throws NotFound for everyone else's */
export async function loadScheduled(ctx: AppContext, viewer: Viewer, id: number): Promise<ScheduledPost> {
  const post = await repository.findScheduled(ctx.db, ownerOf(viewer), id)
  if (!post) throw new NotFound('no such planned post')
  return post
}

/** For who merges boards, inside their transaction. */
export async function moveScheduled(trx: Db, from: number, into: number): Promise<void> {
  await repository.moveScheduled(trx, from, into)
}

const rowOf = ({ title, typed, publishAt }: Planned) => ({ title, fields: JSON.stringify(typedFields(typed)), publishAt })

/** Its pictures wait with it, and its draft has come to its end. */
async function settle(trx: Db, memberId: number, board: Board, { body, publishAt, draftKey }: Planned, now: Date): Promise<void> {
  await holdFiles(trx, { ownerId: memberId, keys: fileKeysIn(body) }, new Date(publishAt.getTime() + FILES_KEPT_MS))
  await endDrafts(trx, [{ memberId, key: draftKey, kind: 'post', boardId: board.id, path: writePath(board) }], now)
}

function ownerOf({ memberId }: Viewer): number {
  if (memberId === null) throw new LogInFirst()
  return memberId
}
