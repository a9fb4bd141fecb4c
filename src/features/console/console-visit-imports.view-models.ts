import type { Reader } from '../../context.ts'
import type { Reply } from '../../lib/http/reply.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { MessageKey } from '../../messages/messages.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import type { HistoryDay } from '../visits/history-lines.policy.ts'
import type { GivenHistory, ImportRow } from '../visits/visit-imports.read-models.ts'
import type { LeftOut } from '../visits/visit-imports.types.ts'
import { undoImportPath, visitImportPath, visitSettingsPath } from '../visits/visits.paths.ts'
import type { ConfirmPage } from './console.types.ts'
import { consolePage } from './setting-fields.view-models.ts'

const MOST_WRONG = 20

/** What was sent, and what became of it: nothing of it can be read, or all of it was looked into. */
export type Given = { text: string } & ({ fault: MessageKey } | { history: GivenHistory; submissionKey: string })

export interface VisitImportPage {
  heading: string
  action: string
  text: string
  /** What must be mended, with the lines where it can be told. */
  faults: { heading: string; lines: string[]; more: string | null } | null
  preview: {
    facts: string[]
    warning: { text: string; path: string; link: string } | null
    columns: string[]
    years: { year: string; cells: string[] }[]
    submissionKey: string
    importLabel: string | null
  } | null
  past: {
    when: Reader['date'] extends (at: Date) => infer D ? D : never
    by: string
    cells: string[]
    undo: string | null
    state: string
  }[]
}

interface Around {
  imports: readonly ImportRow[]
  settings: SiteSettings
}

export function visitImportPage(reader: Reader, given: Given | null, { imports, settings }: Around): Reply {
  const { t } = reader
  const faults = given === null ? null : faultsOf(reader, given)
  const preview = given === null || faults !== null || 'fault' in given ? null : given
  const model: VisitImportPage = {
    heading: t('visits.import.title'),
    action: visitImportPath,
    text: given?.text ?? '',
    faults,
    preview: preview && previewOf(reader, preview.history, preview.submissionKey, settings),
    past: imports.map((row) => pastOf(reader, row)),
  }
  return consolePage(reader, 'visit-import', model, { title: model.heading, status: faults === null ? 200 : 422 })
}

function faultsOf({ t, number }: Reader, given: Given): VisitImportPage['faults'] {
  if ('fault' in given) return { heading: t(given.fault), lines: [], more: null }
  const { wrong } = given.history
  if (wrong.length === 0) return null
  const rest = wrong.length - MOST_WRONG
  return {
    heading: t('visits.import.wrong', { count: wrong.length, total: number(wrong.length) }),
    lines: wrong.slice(0, MOST_WRONG).map(({ line, text, what }) => t(`visits.import.wrong.${what}`, { line: number(line), text })),
    more: rest > 0 ? t('visits.import.wrong.more', { count: number(rest) }) : null,
  }
}

const rangeOf = (t: Reader['t'], first: Day, last: Day): string => (first === last ? first : t('visits.import.range', { first, last }))

const reasons: readonly LeftOut[] = ['counted', 'imported', 'open']

function previewOf(reader: Reader, { fresh, left }: GivenHistory, submissionKey: string, settings: SiteSettings) {
  const { t, number } = reader
  const best = fresh.reduce<HistoryDay | null>((most, day) => (most === null || day.visitors > most.visitors ? day : most), null)
  const [first, last] = [fresh[0], fresh.at(-1)]
  const total = number(sumOf(fresh, 'visitors'))
  const facts = reasons.flatMap((why) => {
    const days = left.get(why)
    return days?.length
      ? [t(`visits.import.left.${why}`, { count: number(days.length), range: rangeOf(t, days[0] ?? '', days.at(-1) ?? '') })]
      : []
  })
  if (first && last && best) {
    facts.unshift(
      t('visits.import.fact.days', { count: number(fresh.length), range: rangeOf(t, first.day, last.day) }),
      t('visits.import.fact.visitors', { total, best: number(best.visitors), day: best.day }),
    )
  } else facts.unshift(t('visits.import.fact.none'))
  return {
    facts,
    warning: warningOf(reader, fresh, settings),
    columns: (['year', 'days', 'visitors', 'pageViews'] as const).map((name) => t(`visits.import.${name}`)),
    years: yearsOf(fresh).map(([year, days]) => ({
      year,
      cells: [number(days.length), number(sumOf(days, 'visitors')), viewsOf(days) ? number(sumOf(days, 'pageViews')) : '–'],
    })),
    submissionKey,
    importLabel: fresh.length === 0 ? null : t('visits.import.button', { count: number(fresh.length) }),
  }
}

/** A total that stands in the settings already would be added on top; days before the first that counts would not show. */
function warningOf({ t, number }: Reader, fresh: readonly HistoryDay[], { visitStartTotal, visitCountFrom }: SiteSettings) {
  const to = { path: visitSettingsPath, link: t('visits.set.title') }
  if (visitStartTotal > 0) return { text: t('visits.import.twice', { total: number(visitStartTotal) }), ...to }
  if ((fresh[0]?.day ?? visitCountFrom) < visitCountFrom) return { text: t('visits.import.before', { day: visitCountFrom }), ...to }
  return null
}

const sumOf = (days: readonly HistoryDay[], of: 'visitors' | 'pageViews'): number => days.reduce((sum, day) => sum + (day[of] ?? 0), 0)
const viewsOf = (days: readonly HistoryDay[]): boolean => days.some(({ pageViews }) => pageViews !== null)

function yearsOf(days: readonly HistoryDay[]): [string, HistoryDay[]][] {
  const years = new Map<string, HistoryDay[]>()
  for (const day of days) {
    const year = day.day.slice(0, 4)
    const ofYear = years.get(year) ?? []
    ofYear.push(day)
    years.set(year, ofYear)
  }
  return [...years].reverse()
}

function pastOf({ t, date, number }: Reader, row: ImportRow): VisitImportPage['past'][number] {
  return {
    when: date(row.importedAt),
    by: row.nickname ?? '–',
    cells: [rangeOf(t, row.firstDay, row.lastDay), number(row.days), number(row.visitors)],
    undo: row.undoneAt === null ? undoImportPath(row) : null,
    state: row.undoneAt === null ? t('visits.import.undo') : t('visits.import.undoneAt', { when: date(row.undoneAt).full }),
  }
}

export function undoImportPage({ t, number, ...reader }: Reader, row: ImportRow): Reply {
  const model: ConfirmPage = {
    heading: t('visits.import.undo.heading'),
    facts: [
      t('visits.import.undo.days', { count: number(row.days), range: rangeOf(t, row.firstDay, row.lastDay) }),
      t('visits.import.undo.visitors', { total: number(row.visitors) }),
      t('visits.import.undo.others'),
    ],
    warning: null,
    action: undoImportPath(row),
    hidden: [],
    submitLabel: t('visits.import.undo'),
    cancelPath: visitImportPath,
  }
  return consolePage({ t, number, ...reader }, 'confirm', model, { title: model.heading })
}
