import { createHash } from 'node:crypto'
import type { AppContext } from '../../context.ts'
import { dayOf } from '../../lib/time/zone.ts'
import { insertNames, selectNameIds, touchNames } from './visit-names.repository.ts'

const LONGEST = 255

const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest().subarray(0, 16)
const shorten = (name: string): string => [...name].slice(0, LONGEST).join('')

/**
 * Ids of names, made where they are new. Outside of the caller's transaction, on purpose: a name that is used by nobody harms nobody, and two
 * who need the same new one don't wait for each other.
 */
export async function nameIdsOf(
  { db, clock }: Pick<AppContext, 'db' | 'clock'>,
  names: Iterable<string>,
): Promise<(name: string) => number> {
  const hashes = new Map([...new Set([...names].map(shorten))].map((name) => [name, hashOf(name)]))
  if (hashes.size === 0) return () => 0
  const today = dayOf(clock.now(), 'UTC')
  const known = await selectNameIds(db, [...hashes.values()])
  // Before they are used: whoever sweeps names looks at this day once more when it drops them.
  const old = known.filter(({ lastUsedOn }) => lastUsedOn < today).map(({ id }) => id)
  if (old.length > 0 && (await touchNames(db, old, today)) < old.length) return nameIdsOf({ db, clock }, names)
  let ids = idsByHash(known)
  const missing = [...hashes].map(([name, hash]) => ({ name, hash })).filter(({ hash }) => !ids.has(hash.toString('base64')))
  if (missing.length > 0) {
    await insertNames(
      db,
      missing.sort((one, other) => Buffer.compare(one.hash, other.hash)),
      today,
    )
    ids = idsByHash(await selectNameIds(db, [...hashes.values()]))
  }
  return (name) => {
    const id = ids.get(hashes.get(shorten(name))?.toString('base64') ?? '')
    if (id === undefined) throw new Error(`"${name}" has no id`)
    return id
  }
}

const idsByHash = (rows: readonly { id: number; hash: Buffer }[]) => new Map(rows.map(({ id, hash }) => [hash.toString('base64'), id]))
