import { createHash } from 'node:crypto'
import type { LedgerFigures, LedgerRow } from './ledger.types.ts'
import type { CountedBy } from './visits.types.ts'

/** What counts as a visitor. It grows by one whenever somebody would count otherwise than before; the ledger's page says what it stands for. */
const rules = { page: 1, request: 2, both: 3 } as const

/** The rule by which the persons of a day were counted. Whom no row tells of, nobody counted by another one than the first. */
export const ruleOf = ({ byPage, byRequest }: CountedBy): number =>
  byRequest === 0 ? rules.page : byPage === 0 ? rules.request : rules.both

/** What the first day is bound to. */
export const NOTHING_BEFORE = Buffer.alloc(32)

/**
 * The line whose SHA-256 is the row's hash: anybody can write it from the published figures and ask `printf '%s' "LINE" | sha256sum`.
 * Parts stand apart by one space: day, people, page views, declared bots, suspected bots, version of the rule, when the day was closed (UTC, with
 * milliseconds), and the hash of the day before as 64 hexadecimal digits.
 */
export const ledgerLine = (row: LedgerFigures & { previousHash: Buffer }): string =>
  [
    ...[row.day, row.people, row.pageViews, row.declaredBots, row.suspectedBots, row.ruleVersion],
    ...[row.closedAt.toISOString(), row.previousHash.toString('hex')],
  ].join(' ')

export const hashOf = (line: string): Buffer => createHash('sha256').update(line).digest()

export function chained(figures: LedgerFigures, before: Pick<LedgerRow, 'hash'> | undefined): LedgerRow {
  const row = { ...figures, previousHash: before?.hash ?? NOTHING_BEFORE }
  return { ...row, hash: hashOf(ledgerLine(row)) }
}

/** Days at which the chain is broken: a figure was changed, or a day taken out or put in. */
export function brokenDays(rows: readonly LedgerRow[]): string[] {
  return rows
    .filter((row, index) => {
      const before = rows[index - 1]?.hash ?? NOTHING_BEFORE
      return !row.previousHash.equals(before) || !row.hash.equals(hashOf(ledgerLine(row)))
    })
    .map(({ day }) => day)
}
