import type { Reader } from '../../context.ts'
import { json, page, type Reply, text } from '../../lib/http/reply.ts'
import type { LedgerMonth, LedgerRow } from './ledger.types.ts'
import { ledgerPath } from './visits.paths.ts'

export interface LedgerPage {
  heading: string
  /** Newest first. */
  rows: { day: string; people: string; pageViews: string; declaredBots: string; suspectedBots: string; rule: string; hash: string }[]
  columns: string[]
  months: { label: string; path: string; current: boolean }[]
  rule: { title: string; lines: string[] }
  verify: { about: string; command: string | null }
  downloads: { label: string; path: string }[]
}

const fieldsOf = (row: LedgerRow) => ({
  ...{ day: row.day, people: row.people, page_views: row.pageViews, declared_bots: row.declaredBots, suspected_bots: row.suspectedBots },
  ...{ rule_version: row.ruleVersion, closed_at: row.closedAt.toISOString() },
  ...{ previous_hash: row.previousHash.toString('hex'), hash: row.hash.toString('hex') },
})

export const ledgerJson = (rows: readonly LedgerRow[]): Reply => json(rows.map(fieldsOf))

/** Days, numbers and hexadecimal digits: nothing that a spreadsheet takes for a formula. */
export function ledgerCsv(rows: readonly LedgerRow[]): Reply {
  const names = 'day,people,page_views,declared_bots,suspected_bots,rule_version,closed_at,previous_hash,hash'
  const lines = rows.map((row) => Object.values(fieldsOf(row)).join(','))
  return text(`${[names, ...lines].join('\r\n')}\r\n`, 'text/csv', { 'content-disposition': 'attachment; filename="visitors-ledger.csv"' })
}

export function ledgerPage(reader: Reader, open: boolean, { month, months, rows }: LedgerMonth): Reply {
  const { t, number } = reader
  const newest = rows[0]
  const model: LedgerPage = {
    heading: t('ledger.title'),
    columns: (['day', 'people', 'pageViews', 'declared', 'suspected', 'rule', 'hash'] as const).map((name) => t(`ledger.${name}`)),
    rows: rows.map((row) => ({
      ...{ day: row.day, people: number(row.people), pageViews: number(row.pageViews), declaredBots: number(row.declaredBots) },
      ...{ suspectedBots: number(row.suspectedBots), rule: String(row.ruleVersion), hash: row.hash.toString('hex') },
    })),
    months: months.map((label) => ({ label, path: ledgerPath(open, { month: label }), current: label === month })),
    rule: {
      title: t('ledger.ruleTitle'),
      lines: (['counted', 'bots', 'notCounted', 'day', 'one', 'two', 'three'] as const).map((name) => t(`ledger.rule.${name}`)),
    },
    verify: { about: t('ledger.verify'), command: newest === undefined ? null : commandOf(newest) },
    downloads: (['csv', 'json'] as const).map((format) => ({ label: format.toUpperCase(), path: ledgerPath(open, { format }) })),
  }
  return page('visits/ledger', model, {
    titles: [t('ledger.title')],
    layout: open ? 'site' : 'console',
    ...(open ? {} : { robots: 'noindex' }),
    side: false,
  })
}

function commandOf(row: LedgerRow): string {
  const { hash: _, ...fields } = fieldsOf(row)
  return `printf '%s' "${Object.values(fields).join(' ')}" | sha256sum`
}
