import type { Db } from '../../../lib/db/db.ts'
import type { ScheduledPost, ScheduleProblem } from './scheduled-posts.types.ts'

/** Owns `scheduled_posts`. */

const table = (db: Db) => db<ScheduledPost>('scheduled_posts')
const unpublished: ScheduledPost['state'][] = ['waiting', 'failed']

export const insertScheduled = (trx: Db, post: Omit<ScheduledPost, 'id' | 'state' | 'problem' | 'attempts' | 'resultPath' | 'version'>) =>
  table(trx).insert(post)

/** Their own alone. */
export const findScheduled = (db: Db, memberId: number, id: number): Promise<ScheduledPost | undefined> =>
  table(db).where({ id, memberId }).first()

/** Held one after the other by whoever plans for this member, so that none comes in beside the limit. */
export const countScheduled = async (trx: Db, memberId: number): Promise<number> =>
  (await table(trx).where({ memberId }).whereIn('state', unpublished).forUpdate().pluck('id')).length

export const listDue = (db: Db, now: Date, limit: number): Promise<ScheduledPost[]> =>
  table(db).where({ state: 'waiting' }).where('publishAt', '<=', now).orderBy(['publishAt', 'id']).limit(limit)

type Seen = Pick<ScheduledPost, 'id' | 'version'>

/** @returns whether it still was as it had been seen, and not published */
const change = async (trx: Db, { id, version }: Seen, to: Partial<ScheduledPost>): Promise<boolean> =>
  (await table(trx)
    .where({ id, version })
    .whereIn('state', unpublished)
    .update({ ...to, version: version + 1 })) > 0

export const changeScheduled = (trx: Db, seen: Seen, to: Pick<ScheduledPost, 'title' | 'fields' | 'publishAt'>): Promise<boolean> =>
  change(trx, seen, { ...to, state: 'waiting', problem: null, attempts: 0 })

export const markPublished = (trx: Db, seen: Seen, resultPath: string): Promise<boolean> =>
  change(trx, seen, { state: 'published', problem: null, fields: '', resultPath })

export const markFailed = (db: Db, seen: Seen, problem: ScheduleProblem): Promise<boolean> => change(db, seen, { state: 'failed', problem })

export const countAttempt = (db: Db, { id }: Seen) => table(db).where({ id, state: 'waiting' }).increment('attempts', 1)

/** @returns whether it was still there to be given up */
export const deleteScheduled = async (db: Db, memberId: number, id: number): Promise<boolean> =>
  (await table(db).where({ id, memberId }).whereIn('state', unpublished).delete()) > 0

/** Where a board went, what was planned for it goes. */
export const moveScheduled = (trx: Db, from: number, into: number) => table(trx).where({ boardId: from }).update({ boardId: into })

export async function deletePublishedBefore(db: Db, before: Date, limit: number): Promise<number> {
  const sql = "DELETE FROM scheduled_posts WHERE state = 'published' AND publish_at < ? LIMIT ?"
  const [{ affectedRows }] = (await db.raw(sql, [before, limit])) as [{ affectedRows: number }]
  return affectedRows
}
