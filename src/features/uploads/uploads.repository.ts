import type { Db } from '../../lib/db/db.ts'
import type { FileRow, NewFile } from './uploads.types.ts'

/** Owns `files`. */

export const insertFile = (trx: Db, file: NewFile) => trx<FileRow>('files').insert(file)

/** Their own alone. */
export const findFileOf = (db: Db, ownerId: number, fileKey: string): Promise<FileRow | undefined> =>
  db<FileRow>('files').where({ fileKey, ownerId }).first()

export const countFilesSince = async (db: Db, ownerId: number, since: Date): Promise<number> => {
  const [row] = await db('files').where({ ownerId }).where('createdAt', '>', since).count<{ total: number }[]>({ total: '*' })
  return Number(row?.total ?? 0)
}

/** Those that the owner may show in this post: their own that stand nowhere yet, and those that stand in it already. */
export const selectFilesForPost = (db: Db, { keys, ownerId, postId }: { keys: string[]; ownerId: number; postId: number | null }) =>
  db<FileRow>('files')
    .whereIn('fileKey', keys)
    .where((mine) => {
      mine.where((loose) => loose.where({ ownerId }).whereNull('postId'))
      if (postId !== null) mine.orWhere({ postId, commentId: null })
    })

/** The same of a comment. */
export const selectFilesForComment = (
  db: Db,
  { keys, ownerId, commentId }: { keys: readonly string[]; ownerId: number; commentId: number | null },
) =>
  db<FileRow>('files')
    .whereIn('fileKey', [...keys])
    .where({ ownerId, kind: 'image' })
    .where((mine) => {
      mine.whereNull('postId')
      if (commentId !== null) mine.orWhere({ commentId })
    })

export const attachToComment = (trx: Db, ids: number[], { postId, commentId }: { postId: number; commentId: number }) =>
  trx<FileRow>('files')
    .whereIn('id', ids)
    .update({ postId, commentId, heldUntil: null, boardId: boardOf(trx, postId) })

/** What a comment no longer names; left alone for as long as it may come back. */
export const detachFromComment = (trx: Db, commentId: number, keptIds: number[], heldUntil: Date) =>
  trx<FileRow>('files').where({ commentId }).whereNotIn('id', keptIds).update({ postId: null, commentId: null, heldUntil })

export const attachToPost = (trx: Db, ids: number[], postId: number) =>
  trx<FileRow>('files')
    .whereIn('id', ids)
    .update({ postId, boardId: boardOf(trx, postId) })

/** Its board is theirs. */
export const followPost = (db: Db, postId: number) =>
  db<FileRow>('files')
    .where({ postId })
    .update({ boardId: boardOf(db, postId) })

const boardOf = (db: Db, postId: number) => db.raw('(SELECT board_id FROM posts WHERE id = ?)', [postId])

/** What the text no longer names belongs to nobody again; the sweeper takes it. */
export const detachOthers = (trx: Db, postId: number, keptIds: number[]) =>
  trx<FileRow>('files').where({ postId, commentId: null }).whereNotIn('id', keptIds).update({ postId: null })

/** Something that may come back names them: the sweeper leaves them alone until then. */
export const holdFiles = (trx: Db, whose: { postId: number } | { ownerId: number }, keys: string[], heldUntil: Date) =>
  trx<FileRow>('files').where(whose).whereIn('fileKey', keys).update({ heldUntil })

export const releaseFiles = (trx: Db, ownerId: number, keys: string[]) =>
  trx<FileRow>('files').where({ ownerId, postId: null }).whereIn('fileKey', keys).update({ heldUntil: null })

/** Nothing is deleted that was put into a post in the meantime: the answer tells. */
export const deleteOrphan = (db: Db, id: number): Promise<number> => db<FileRow>('files').where({ id }).whereNull('postId').delete()

export const selectKnownKeys = async (db: Db, keys: string[]): Promise<Set<string>> =>
  new Set((await db<FileRow>('files').whereIn('fileKey', keys).select('fileKey')).map(({ fileKey }) => fileKey))

export const addDownload = (db: Db, id: number) => db('files').where({ id }).increment('downloadCount', 1)
