import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { type Day, shiftDay } from '../../lib/time/zone.ts'
import { barChart, type Chart, lineChart, type Point } from './charts.view-models.ts'
import { periods, type Statistics } from './statistics.types.ts'
import { averageOf, countedDays, daysOf, monthsOf, weekdaysOf } from './statistics-sums.view-models.ts'
import { statisticsPath } from './visits.paths.ts'
import type { VisitDay } from './visits.types.ts'

interface Change {
  text: string
  direction: 'up' | 'down' | 'same'
}

interface Tile {
  label: string
  figure: string
  change: Change | null
  beside: string | null
}

interface Table {
  columns: string[]
  rows: { name: string; cells: string[] }[]
}

export interface StatisticsPage {
  scope: string
  periods: { label: string; path: string; current: boolean }[]
  tiles: Tile[]
  empty: boolean
  charts: { id: string; title: string; note: string | null; chart: Chart; table: Table }[]
}

export function statisticsPage(reader: Reader, statistics: Statistics): Reply {
  const { t, zone } = reader
  const { period, today } = statistics
  const model: StatisticsPage = {
    scope: t('visits.scope', { from: shiftDay(today, 1 - period), to: today, zone }),
    periods: periods.map((days) => ({
      label: t('visits.period.days', { days }),
      path: statisticsPath(days),
      current: days === period,
    })),
    tiles: tilesOf(reader, statistics),
    empty: statistics.firstDay === null,
    // A picture of nothing tells nothing: on the first day no day of the week is over.
    charts: [byDay(reader, statistics), byWeekday(reader, statistics), byMonth(reader, statistics)].filter(({ chart }) => chart.known),
  }
  return page('visits/statistics', model, { titles: [t('visits.statistics')], layout: 'console', robots: 'noindex', side: false })
}

function tilesOf(reader: Reader, statistics: Statistics): Tile[] {
  const { t, number } = reader
  const { figures, period, today } = statistics
  const before = statistics.days.find(({ day }) => day === shiftDay(today, -2))
  const average = averageOf(countedDays(statistics, period, 0))
  const averageBefore = averageOf(countedDays(statistics, period, period))
  const change = changeIn(reader)
  const yesterdayChange = before ? change(figures.yesterday, before.visitors) : null
  const averageChange = average === null || averageBefore === null ? null : change(average, averageBefore)
  const online = t('visits.today.online', { count: number(figures.online) })
  const since = statistics.firstDay && t('visits.total.since', { day: statistics.firstDay })
  return [
    { label: t('visits.today'), figure: number(figures.today), change: null, beside: online },
    {
      label: t('visits.yesterday'),
      figure: number(figures.yesterday),
      change: yesterdayChange,
      beside: yesterdayChange && t('visits.yesterday.change'),
    },
    { label: t('visits.best'), figure: number(figures.best), change: null, beside: figures.bestDay },
    { label: t('visits.total'), figure: number(figures.total), change: null, beside: since },
    {
      label: t('visits.average'),
      figure: average === null ? '–' : number(Math.round(average)),
      change: averageChange,
      beside: averageChange && t('visits.average.change', { days: period }),
    },
  ]
}

/** In words and by a triangle: colour alone says nothing. */
const changeIn =
  ({ t, number }: Reader) =>
  (now: number, before: number): Change | null => {
    if (before === 0) return null
    const percent = Math.round(((now - before) / before) * 100)
    if (percent === 0) return { text: t('visits.same'), direction: 'same' }
    const direction = percent > 0 ? 'up' : 'down'
    return { text: t(`visits.${direction}`, { percent: number(Math.abs(percent)) }), direction }
  }

function byDay(reader: Reader, statistics: Statistics): StatisticsPage['charts'][number] {
  const { t, locale, number } = reader
  const format = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const days = daysOf(statistics)
  const points = days.map(({ day, row }) => ({ label: format.format(new Date(day)), value: row?.visitors ?? null }))
  return {
    id: 'by-day',
    title: t('visits.byDay'),
    note: null,
    chart: lineChart(describe(reader, t('visits.byDay.picture', { days: statistics.period }), points), points, number),
    table: tableOf(
      reader,
      t('visits.day'),
      // Days before the first one were never counted: only gaps after it are worth a line.
      days.filter(({ day }) => day >= (statistics.firstDay ?? day)).reverse(),
    ),
  }
}

function byWeekday(reader: Reader, statistics: Statistics): StatisticsPage['charts'][number] {
  const { t, locale, number } = reader
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // The 1st of January 2024 was a Monday.
  const names = Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2024, 0, 1 + index))))
  const averages = weekdaysOf(statistics)
  const points = averages.map((value, index) => ({ label: names[index] ?? '', value: value === null ? null : Math.round(value) }))
  return {
    id: 'by-weekday',
    title: t('visits.byWeekday'),
    note: null,
    chart: barChart(describe(reader, t('visits.byWeekday.picture', { days: statistics.period }), points), points, number),
    table: {
      columns: [t('visits.weekday'), t('visits.visitors')],
      rows: points.map(({ label, value }) => ({ name: label, cells: [value === null ? t('visits.gap') : number(value)] })),
    },
  }
}

function byMonth(reader: Reader, statistics: Statistics): StatisticsPage['charts'][number] {
  const { t, locale, number } = reader
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const months = monthsOf(statistics)
  const points = months.map(({ month, row }) => ({ label: format.format(new Date(`${month}-01`)), value: row?.visitors ?? null }))
  return {
    id: 'by-month',
    title: t('visits.byMonth'),
    note: t('visits.byMonth.note'),
    chart: barChart(describe(reader, t('visits.byMonth.picture'), points), points, number),
    table: tableOf(reader, t('visits.month'), months.map(({ month, row }) => ({ day: month, row })).reverse()),
  }
}

function describe({ t, number }: Reader, picture: string, points: readonly Point[]): string {
  const most = points.reduce<Point | null>((best, point) => ((point.value ?? 0) > (best?.value ?? 0) ? point : best), null)
  return most === null ? picture : t('visits.byDay.most', { picture, label: most.label, value: number(most.value ?? 0) })
}

function tableOf({ t, number, locale }: Reader, first: string, lines: readonly { day: Day; row: Omit<VisitDay, 'day'> | null }[]): Table {
  const ratio = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return {
    columns: [first, t('visits.visitors'), t('visits.pageViews'), t('visits.perVisitor')],
    rows: lines.map(({ day, row }) => ({
      name: day,
      cells: row
        ? [number(row.visitors), number(row.pageViews), row.visitors > 0 ? ratio.format(row.pageViews / row.visitors) : '–']
        : [t('visits.gap'), '–', '–'],
    })),
  }
}
