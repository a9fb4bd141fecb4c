import type { Db } from '../../lib/db/db.ts'
import type { PartialUpload } from './uploads.types.ts'

/** Owns `partial_uploads`. */

export const insertPartial = (trx: Db, upload: Omit<PartialUpload, 'id' | 'fileKey'>) =>
  trx<PartialUpload>('partial_uploads').insert(upload)

/** Their own alone: to anybody else there is none. */
export const findPartial = (db: Db, uploadKey: string, ownerId: number): Promise<PartialUpload | undefined> =>
  db<PartialUpload>('partial_uploads').where({ uploadKey, ownerId }).first()

/** @returns false: another part came first for the place where this one begins */
export async function addPart(
  db: Db,
  { id, received, parts }: PartialUpload,
  part: { name: string; bytes: number; at: Date },
): Promise<boolean> {
  const changed = await db<PartialUpload>('partial_uploads')
    .where({ id, received, parts })
    .whereNull('fileKey')
    .update({ received: received + part.bytes, parts: `${parts} ${part.name}`.trim(), touchedAt: part.at })
  return changed === 1
}

/** @returns false: another try has made a file of it, or it was given up */
export const becomeFile = async (trx: Db, id: number, fileKey: string): Promise<boolean> =>
  (await trx<PartialUpload>('partial_uploads').where({ id }).whereNull('fileKey').update({ fileKey })) === 1

export const deletePartial = (trx: Db, id: number): Promise<number> => trx<PartialUpload>('partial_uploads').where({ id }).delete()

/** Those that still come: who gave one up without a word is not held to it for long. */
export const countComing = async (db: Db, ownerId: number, since: Date): Promise<number> => {
  const [row] = await db('partial_uploads')
    .where({ ownerId })
    .whereNull('fileKey')
    .where('touchedAt', '>', since)
    .count<{ total: number }[]>({ total: '*' })
  return Number(row?.total ?? 0)
}

/** @returns how many; fewer than `limit` when none are left */
export async function deletePartialsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const [{ affectedRows }] = (await db.raw('DELETE FROM partial_uploads WHERE created_at < ? LIMIT ?', [before, limit])) as [
    { affectedRows: number },
  ]
  return affectedRows
}

/** Of these, the ones that still come. */
export const selectComing = async (db: Db, keys: string[]): Promise<Set<string>> => {
  const rows = await db<PartialUpload>('partial_uploads').whereIn('uploadKey', keys).whereNull('fileKey').select('uploadKey')
  return new Set(rows.map(({ uploadKey }) => uploadKey))
}
