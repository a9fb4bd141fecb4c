import type { Reader } from '../../context.ts'
import { barChart } from '../../lib/charts/bar-chart.ts'
import type { Chart, Value } from '../../lib/charts/chart.types.ts'
import { type Line, lineChart } from '../../lib/charts/line-chart.ts'
import { dayNames, dayTicks, monthNames, monthTicks, plainTicks } from '../../lib/charts/time-ticks.ts'
import { type Day, shiftDay, weekdayOf } from '../../lib/time/zone.ts'
import { chartWords } from './figures.view-models.ts'
import { daysIn } from './range.policy.ts'
import type { Cell, Column, Section } from './section.types.ts'
import { isOpen, sectionOf, tableOf } from './section-parts.view-models.ts'
import { type CountedDay, isRead, type Statistics } from './statistics.types.ts'
import { waysOf } from './ways.view-models.ts'

interface Figures {
  visitors: number
  pageViews: number
  /** Visitors of days of which it is known how much was read. */
  readers: number
}

const columnsOf = ({ t }: Reader): Column[] => [
  { label: t('visits.visitors'), kind: 'number' },
  { label: t('visits.pageViews'), kind: 'number' },
  { label: t('visits.perVisitor'), kind: 'decimal' },
]

const cellsOf = (figures: Figures | null | undefined): Cell[] => {
  if (!figures) return [null, null, null]
  const { visitors, pageViews, readers } = figures
  return readers === 0 ? [visitors, visitors === 0 ? 0 : null, null] : [visitors, pageViews, pageViews / readers]
}

const figuresOn = (day: CountedDay | undefined): Figures | null => (day ? { ...day, readers: isRead(day) ? day.visitors : 0 } : null)

/** Visitors of every day, those of the days beside which they stand, and what the owner noted of them. */
export function daysSection(reader: Reader, statistics: Statistics): Section {
  const { t, locale } = reader
  const { range, firstDay } = statistics
  const days = daysIn(range)
  const byDay = new Map(statistics.days.map((day) => [day.day, day]))
  const before = besideLine(reader, statistics)
  const notes = statistics.notes.map(({ day, text }) => ({ index: days.indexOf(day), text }))
  const now: Line = {
    ...{ name: t('statistics.chosen'), look: 'now', names: null },
    values: days.map((day) => byDay.get(day)?.visitors ?? null),
  }
  const drawn = { names: dayNames(days, locale), ticks: dayTicks(days, locale), notes, open: isOpen(statistics) }
  const ways = waysOf(reader, statistics)
  const rows = days.map((day, index) => ({
    name: day,
    cells: [...cellsOf(figuresOn(byDay.get(day))), ...(before ? [before.values[index] ?? null] : []), ...ways.cells(byDay.get(day))],
    note: statistics.notes.flatMap((note) => (note.day === day ? [note.text] : [])).join(' · ') || null,
  }))
  return sectionOf(reader, statistics, {
    ...{ id: 'days', title: t('visits.byDay'), note: [ways.note, gapsNote(reader, statistics)].filter(Boolean).join(' ') },
    chart: lineChart({ ...drawn, picture: t('visits.byDay'), lines: before ? [now, before] : [now] }, chartWords(reader)),
    table: tableOf(
      t('visits.day'),
      [...columnsOf(reader), ...(before ? [{ label: before.name, kind: 'number' as const }] : []), ...ways.columns],
      // Days before the first one were never counted: only gaps after it are worth a line.
      rows.filter(({ name }) => name >= (firstDay ?? name)).reverse(),
    ),
  })
}

/** null: nothing beside which to stand, or nothing is known of it. */
function besideLine({ t, locale }: Reader, { range, besideDays }: Statistics): Line | null {
  if (range.beside === null || range.compare === 'none' || besideDays.length === 0) return null
  const days = daysIn(range.beside)
  const byDay = new Map(besideDays.map((day) => [day.day, day.visitors]))
  return {
    ...{ name: t(`statistics.compare.${range.compare}`), look: 'before', names: dayNames(days, locale) },
    values: days.map((day): Value => byDay.get(day) ?? null),
  }
}

/** What could not be kept is told, never made up. */
function gapsNote({ t, number }: Reader, { gaps, board }: Statistics): string | null {
  const first = gaps[0]
  if (first === undefined || board !== null) return null
  const lost = number(gaps.reduce((sum, gap) => sum + gap.lost, 0))
  return t('statistics.lost', { hours: number(gaps.length), lost, when: `${first.day} ${String(first.hour).padStart(2, '0')}:00` })
}

export type AddedUp = 'weeks' | 'months' | 'years'

/** The first day of the week (a Monday), month or year. */
const firstDayOf: Record<AddedUp, (day: Day) => Day> = {
  weeks: (day) => shiftDay(day, -((weekdayOf(day) + 6) % 7)),
  months: (day) => `${day.slice(0, 7)}-01`,
  years: (day) => `${day.slice(0, 4)}-01-01`,
}

/** Days added up by week, month or year: a visitor of two days is two, for nobody is followed from one day to the next. */
export function spanSection(reader: Reader, statistics: Statistics, span: AddedUp): Section {
  const { t } = reader
  const sums = new Map<Day, Figures | null>()
  for (const day of daysIn(statistics.range)) if (day >= (statistics.firstDay ?? day)) sums.set(firstDayOf[span](day), null)
  for (const counted of statistics.days) {
    const first = firstDayOf[span](counted.day)
    const sum = sums.get(first) ?? { visitors: 0, pageViews: 0, readers: 0 }
    sums.set(first, {
      visitors: sum.visitors + counted.visitors,
      pageViews: sum.pageViews + counted.pageViews,
      readers: sum.readers + (isRead(counted) ? counted.visitors : 0),
    })
  }
  const names = [...sums.keys()].map((day) => (span === 'weeks' ? day : day.slice(0, span === 'months' ? 7 : 4)))
  return sectionOf(reader, statistics, {
    ...{ id: span, title: t(`statistics.${span}`), note: t('visits.byMonth.note') },
    chart: spanChart(reader, statistics, span, sums),
    table: tableOf(
      t(`statistics.${span}.name`),
      columnsOf(reader),
      [...sums.values()].map((sum, index) => ({ name: names[index] ?? '', cells: cellsOf(sum) })).reverse(),
    ),
  })
}

function spanChart(reader: Reader, statistics: Statistics, span: AddedUp, sums: ReadonlyMap<Day, Figures | null>): Chart | null {
  const { t, locale } = reader
  const [days, values] = [[...sums.keys()], [...sums.values()].map((sum) => sum?.visitors ?? null)]
  const [picture, words] = [t(`statistics.${span}`), chartWords(reader)]
  if (span === 'weeks') {
    const names = dayNames(days, locale)
    const short = days.map((day) => dayTicks([day], locale)[0]?.[0]?.text ?? day)
    const lines: Line[] = [{ name: picture, look: 'now', values, names: null }]
    return lineChart({ picture, names, ticks: plainTicks(short), lines, notes: [], open: isOpen(statistics) }, words)
  }
  const years = days.map((day) => day.slice(0, 4))
  const [names, ticks] = span === 'years' ? [years, plainTicks(years)] : [monthNames(days, locale), monthTicks(days, locale)]
  return barChart({ picture, names, ticks, parts: [{ name: picture, values }], before: null }, words)
}
