import type { Reader } from '../../context.ts'
import { type BarInput, barChart } from '../../lib/charts/bar-chart.ts'
import type { Value } from '../../lib/charts/chart.types.ts'
import { heatMap } from '../../lib/charts/heat-map.ts'
import { plainTicks } from '../../lib/charts/time-ticks.ts'
import { weekdayOf } from '../../lib/time/zone.ts'
import { chartWords } from './figures.view-models.ts'
import type { Column, Section } from './section.types.ts'
import { sectionOf, tableOf } from './section-parts.view-models.ts'
import type { CountedDay, HourOfWeek, Statistics } from './statistics.types.ts'
import { weekdayNames } from './words.view-models.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** Monday first. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0]

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Visitors by the hour of their first page, for each day of the week. */
function weekOf(hours: readonly HourOfWeek[]): number[][] {
  const sums = new Map(hours.map(({ nameId, visitors }) => [nameId, visitors]))
  return WEEKDAYS.map((weekday) => HOURS.map((hour) => sums.get(weekday * 24 + hour) ?? 0))
}

const byHour = (hours: readonly HourOfWeek[]): number[] => {
  const week = weekOf(hours)
  return HOURS.map((hour) => total(week.map((day) => day[hour] ?? 0)))
}

export function hoursSection(reader: Reader, statistics: Statistics): Section {
  const { t } = reader
  const values = byHour(statistics.hours)
  const before: Value[] = statistics.besideHours.length === 0 ? HOURS.map(() => null) : byHour(statistics.besideHours)
  const all = total(values)
  const rows = HOURS.map((hour) => {
    const value = values[hour] ?? 0
    return { name: hourName(hour), cells: [value, value / all, ...besideCell(statistics, before[hour] ?? null)] }
  })
  const columns: Column[] = [
    { label: t('visits.visitors'), kind: 'number' },
    { label: t('statistics.share'), kind: 'percent' },
    ...besideColumn(reader, statistics),
  ]
  const names = HOURS.map(hourName)
  const chart = barsBeside(
    reader,
    statistics,
    { picture: t('statistics.hours'), names, ticks: plainTicks(names, [1, 2, 3, 6]) },
    values,
    before,
  )
  return sectionOf(reader, statistics, {
    ...{ id: 'hours', title: t('statistics.hours'), note: t('statistics.hours.note') },
    ...{ chart: all === 0 ? null : chart, table: tableOf(t('statistics.hour'), columns, all === 0 ? [] : rows) },
  })
}

/** The column of the days before, where they are shown. */
const besideColumn = ({ t }: Reader, { range }: Statistics): Column[] =>
  range.compare === 'none' ? [] : [{ label: t(`statistics.compare.${range.compare}`), kind: 'number' }]

const besideCell = ({ range }: Statistics, value: Value): Value[] => (range.compare === 'none' ? [] : [value])

function barsBeside(
  reader: Reader,
  { range }: Statistics,
  drawn: Pick<BarInput, 'picture' | 'names' | 'ticks'>,
  now: Value[],
  before: Value[],
) {
  const { t } = reader
  const known = before.some((value) => value !== null && value > 0)
  return barChart(
    {
      ...drawn,
      parts: [{ name: t('statistics.chosen'), values: now }],
      before: range.compare === 'none' || !known ? null : { name: t(`statistics.compare.${range.compare}`), values: before },
    },
    chartWords(reader),
  )
}

export function weekdaysSection(reader: Reader, statistics: Statistics): Section {
  const { t, locale } = reader
  const [values, before] = [averages(statistics.days, statistics.today), averages(statistics.besideDays, statistics.today)]
  const known = values.some((value) => value !== null)
  const names = weekdayNames(locale)
  const rows = values.map((value, index) => ({
    name: names[index] ?? '',
    cells: [value, ...besideCell(statistics, before[index] ?? null)],
  }))
  return sectionOf(reader, statistics, {
    ...{ id: 'weekdays', title: t('visits.byWeekday') },
    chart: barsBeside(reader, statistics, { picture: t('visits.byWeekday'), names, ticks: plainTicks(names) }, values, before),
    table: tableOf(
      t('visits.weekday'),
      [{ label: t('visits.visitors'), kind: 'number' }, ...besideColumn(reader, statistics)],
      known ? rows : [],
    ),
  })
}

/** Of days that are over and were counted: today would make its day of the week look weak. */
const averages = (days: readonly CountedDay[], today: string): Value[] =>
  WEEKDAYS.map((weekday) => {
    const same = days.filter(({ day }) => day < today && weekdayOf(day) === weekday)
    return same.length === 0 ? null : Math.round(total(same.map(({ visitors }) => visitors)) / same.length)
  })

export function heatSection(reader: Reader, statistics: Statistics): Section {
  const { t, locale } = reader
  const week = weekOf(statistics.hours)
  const rows = weekdayNames(locale)
  const known = week.flat().some((value) => value > 0)
  const columns = HOURS.map((hour) => String(hour))
  return sectionOf(reader, statistics, {
    ...{ id: 'heat', title: t('statistics.heat'), note: t('statistics.heat.note') },
    chart: known ? heatMap({ picture: t('statistics.heat'), rows, columns, values: week }, chartWords(reader)) : null,
    table: tableOf(
      t('statistics.hour'),
      rows.map((label) => ({ label, kind: 'number' })),
      known ? HOURS.map((hour) => ({ name: hourName(hour), cells: week.map((hours) => hours[hour] ?? 0) })) : [],
    ),
  })
}
