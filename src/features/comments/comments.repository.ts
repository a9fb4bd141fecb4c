import type { Db } from '../../lib/db/db.ts'
import { type Comment, numbersOf } from './comments.types.ts'

/** Owns `comments`. Whoever changes one holds the row of its post first: the thread and its count then change one act at a time. */

export const findComment = (db: Db, postId: number, number: number): Promise<Comment | undefined> =>
  db<Comment>('comments').where({ postId, number }).first()

const findCommentById = (db: Db, id: number): Promise<Comment | undefined> => db<Comment>('comments').where({ id }).first()

/** The row as it stands now, whatever this transaction read before. */
export const holdComment = (trx: Db, id: number): Promise<Comment | undefined> => trx<Comment>('comments').where({ id }).forUpdate().first()

export type NewComment = Pick<
  Comment,
  | 'postId'
  | 'number'
  | 'parentId'
  | 'path'
  | 'authorId'
  | 'guestName'
  | 'anonymous'
  | 'alias'
  | 'secret'
  | 'addresseeId'
  | 'body'
  | 'html'
  | 'rendererVersion'
  | 'status'
  | 'waiting'
  | 'createdAt'
>

/** On one post, in the order of their numbers. @returns their ids */
export async function insertComments(trx: Db, comments: readonly NewComment[]): Promise<number[]> {
  const [id] = await trx('comments').insert([...comments])
  if (comments.length === 1) return [Number(id)]
  // That the others' ids follow on the first one's holds with some servers' settings, not with all.
  const postId = comments[0]?.postId ?? 0
  const numbers = comments.map(({ number }) => number)
  return trx<Comment>('comments').where({ postId }).whereIn('number', numbers).orderBy('number').pluck('id')
}

/** The alias that a member has on a post, or the next one. */
export async function aliasOf(trx: Db, postId: number, authorId: number): Promise<number> {
  const own = await trx<Comment>('comments').where({ postId, authorId }).where('alias', '>', 0).first('alias')
  if (own?.alias) return own.alias
  const [row] = await trx('comments').where({ postId }).max<{ last: number | null }[]>({ last: 'alias' })
  return (row?.last ?? 0) + 1
}

/** @returns whether the text still was the version that the change began from */
export async function updateText(
  trx: Db,
  { id, version }: Pick<Comment, 'id' | 'version'>,
  text: Pick<Comment, 'body' | 'html' | 'rendererVersion' | 'secret'> & { editedAt: Date },
): Promise<boolean> {
  const changed = await trx<Comment>('comments')
    .where({ id, version, status: 'visible' })
    .update({ ...text, version: version + 1 })
  return changed === 1
}

export const markChanged = (trx: Db, ids: readonly number[], changeNumber: number) =>
  trx<Comment>('comments')
    .whereIn('id', [...ids])
    .update({ changeNumber })

export const updateStatus = (trx: Db, id: number, status: 'visible' | 'hidden') =>
  trx<Comment>('comments').where({ id }).update({ status, deletedAt: null, waiting: 0 })

export const markDeleted = (trx: Db, id: number, deleted: Pick<Comment, 'wasAccepted'> & { deletedAt: Date }) =>
  trx<Comment>('comments')
    .where({ id })
    .update({ ...deleted, status: 'deleted' })

/** Takes a deleted comment out of the thread, and above it every deleted one that stood there only for its sake. @returns their ids */
export async function pruneThread(trx: Db, deleted: Comment): Promise<number[]> {
  const gone: number[] = []
  for (let at: Comment | undefined = deleted; at?.status === 'deleted'; ) {
    if (await hasDrawnReplies(trx, at.id)) break
    await trx<Comment>('comments').where({ id: at.id }).update({ inThread: 0 })
    gone.push(at.id)
    at = at.parentId === null ? undefined : await findCommentById(trx, at.parentId)
  }
  return gone
}

/** A comment that was deleted stands in the thread again, and with it all that it answers: what went for its sake comes back for it. @returns their ids */
export async function redrawThread(trx: Db, { postId, path }: Pick<Comment, 'postId' | 'path'>): Promise<number[]> {
  const back: number[] = await trx<Comment>('comments').where({ postId, inThread: 0 }).whereIn('number', numbersOf(path)).pluck('id')
  await trx<Comment>('comments').whereIn('id', back).update({ inThread: 1 })
  return back
}

async function hasDrawnReplies(trx: Db, parentId: number): Promise<boolean> {
  const reply = await trx<Comment>('comments').where({ parentId, inThread: 1 }).select('id').first()
  return reply !== undefined
}
