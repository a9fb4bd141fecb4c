import type { Db } from '../../lib/db/db.ts'
import type { Draft, DraftVersion } from './drafts.types.ts'

/** Owns `drafts` and `draft_versions`. */

type Mine = Pick<Draft, 'memberId' | 'draftKey'>

export const findDraft = (db: Db, at: Mine): Promise<Draft | undefined> => db<Draft>('drafts').where(at).first()

/** Held until the transaction ends. */
export const holdDraft = (trx: Db, at: Mine): Promise<Draft | undefined> => trx<Draft>('drafts').where(at).forUpdate().first()

export async function countDrafts(db: Db, memberId: number): Promise<number> {
  const row = await db('drafts').where({ memberId }).whereNull('endedAt').count<{ count: number }[]>({ count: '*' }).first()
  return Number(row?.count ?? 0)
}

export const insertDraft = (trx: Db, draft: Omit<Draft, 'id'>) => trx<Draft>('drafts').insert(draft)

export const updateDraft = (trx: Db, { id }: Pick<Draft, 'id'>, change: Partial<Draft>) => trx<Draft>('drafts').where({ id }).update(change)

const ended = { fields: '', title: '', excerpt: '', tab: '', letters: 0, refused: null }

/** What was never saved ends as well: a save that is still under way must not bring it back. */
export const endDrafts = (trx: Db, at: readonly (Mine & Pick<Draft, 'kind' | 'boardId' | 'path'>)[], now: Date) =>
  trx<Draft>('drafts')
    .insert(at.map((each) => ({ ...each, ...ended, sequence: 1, createdAt: now, savedAt: now, endedAt: now })))
    .onConflict()
    .merge({ ...ended, sequence: trx.raw('sequence + 1') as unknown as number, savedAt: now, endedAt: now })

/** Newest first. */
export const listVersions = (db: Db, draftId: number): Promise<DraftVersion[]> =>
  db<DraftVersion>('draft_versions').where({ draftId }).orderBy('id', 'desc').select('id', 'draftId', 'letters', 'fields', 'savedAt')

export const insertVersion = (trx: Db, version: Omit<DraftVersion, 'id'>) => trx<DraftVersion>('draft_versions').insert(version)

export const deleteVersions = (trx: Db, draftId: number, ids?: readonly number[]) =>
  trx<DraftVersion>('draft_versions')
    .where({ draftId })
    .modify((versions) => {
      if (ids) versions.whereIn('id', ids)
    })
    .delete()

/** Drafts that nobody came back to, and marks of those that ended. @returns how many were dropped */
export async function deleteDraftsBefore(
  db: Db,
  { saved, ended: endedBefore }: { saved: Date; ended: Date },
  limit: number,
): Promise<number> {
  const ids: number[] = await db('drafts')
    .where('savedAt', '<', saved)
    .orWhere((rows) => rows.whereNotNull('endedAt').where('savedAt', '<', endedBefore))
    .orderBy('savedAt')
    .limit(limit)
    .pluck('id')
  if (ids.length === 0) return 0
  await db<DraftVersion>('draft_versions').whereIn('draftId', ids).delete()
  return db<Draft>('drafts').whereIn('id', ids).delete()
}
