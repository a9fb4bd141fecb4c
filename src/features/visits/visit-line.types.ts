import type { Day } from '../../lib/time/zone.ts'
import type { FeltPage } from './speed.types.ts'
import type { Happening, Visit } from './visits.types.ts'

/** What the journal holds, a line each. */
export type Entry = { visit: Visit } | { happening: Happening } | { felt: FeltPage }

export const hourOf = (entry: Entry): { day: Day; hour: number } =>
  'visit' in entry ? entry.visit : 'felt' in entry ? entry.felt : entry.happening

/** Ids and hashes are written as text. */
const bytes = (value: Buffer) => value.toString('base64url')
const read = (value: unknown) => Buffer.from(String(value), 'base64url')

export function lineOf(entry: Entry): string {
  if (!('visit' in entry)) return `${JSON.stringify(entry)}\n`
  const { visit } = entry
  return `${JSON.stringify({ visit: { ...visit, visitor: bytes(visit.visitor), origin: visit.origin && bytes(visit.origin) } })}\n`
}

/** null for what a process that was killed, or a full disk, left unfinished. */
export function entryOf(line: string): Entry | null {
  try {
    const entry = JSON.parse(line) as { visit?: Record<string, unknown> } | { happening: Happening } | { felt: FeltPage }
    if ('happening' in entry || 'felt' in entry) return entry
    if (!entry.visit) return null
    const { visit } = entry
    const at = new Date(String(visit['at']))
    if (Number.isNaN(at.getTime())) return null
    const origin = visit['origin'] === null ? null : read(visit['origin'])
    return { visit: { ...visit, at, visitor: read(visit['visitor']), origin } as unknown as Visit }
  } catch {
    return null
  }
}
