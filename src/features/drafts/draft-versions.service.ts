import type { Db } from '../../lib/db/db.ts'
import { deleteVersions, insertVersion, listVersions } from './drafts.repository.ts'
import { type Draft, type DraftVersion, MOST_VERSIONS } from './drafts.types.ts'

/** Two states that are nearer than this are one, unless most of the text went between them. */
const APART_MS = 60_000

/** Inside the transaction that replaces it: the state of a draft as it was. */
export async function keepVersion(trx: Db, { id, letters, fields, savedAt }: Pick<Draft, 'id' | 'letters' | 'fields' | 'savedAt'>) {
  await insertVersion(trx, { draftId: id, letters, fields, savedAt })
  const versions = await listVersions(trx, id)
  if (versions.length > MOST_VERSIONS) await deleteVersions(trx, id, dropped(versions))
}

/**
 * Of more than are kept: who types for an hour is saved hundreds of times, and the last three of those would all be of this minute. The newest
 * replaces the one before it while they are close together; else the oldest goes. A text that shrank to half is close to nothing: that was a
 * slip of the hand.
 */
export function dropped(versions: readonly DraftVersion[]): number[] {
  const [newest, before] = versions
  if (!newest || !before) return []
  const close = newest.savedAt.getTime() - before.savedAt.getTime() < APART_MS && newest.letters * 2 >= before.letters
  const kept = close ? versions.filter((version) => version !== before) : versions
  const stay = new Set(kept.slice(0, MOST_VERSIONS))
  return versions.filter((version) => !stay.has(version)).map(({ id }) => id)
}
