import type { Reader } from '../../context.ts'
import type { Value } from '../../lib/charts/chart.types.ts'
import { sparkLine } from '../../lib/charts/spark-line.ts'
import { type Day, shiftDay } from '../../lib/time/zone.ts'
import { changeFrom, figuresOf } from './figures.view-models.ts'
import { valuesOf } from './named-sections.view-models.ts'
import { daysIn } from './range.policy.ts'
import type { Tile } from './section.types.ts'
import { speedTiles } from './speed-tiles.view-models.ts'
import { type CountedDay, isRead, type Statistics } from './statistics.types.ts'
import { activities } from './sums.types.ts'

const plain = (label: string, figure: string, beside: string | null = null): Tile => ({ label, figure, change: null, beside, spark: null })

/** The counter as everybody sees it. */
export function counterTiles(reader: Reader, { figures, days, today, firstDay }: Statistics): Tile[] {
  const { t, number } = reader
  const before = days.find(({ day }) => day === shiftDay(today, -2))
  const change = before ? changeFrom(reader, figures.yesterday, before.visitors) : null
  return [
    plain(
      t('visits.today'),
      number(figures.today),
      figures.online === null ? null : t('visits.today.online', { count: number(figures.online) }),
    ),
    { ...plain(t('visits.yesterday'), number(figures.yesterday), change && t('visits.yesterday.change')), change },
    plain(t('visits.best'), number(figures.best), figures.bestDay),
    plain(t('visits.total'), number(figures.total), firstDay && t('visits.total.since', { day: firstDay })),
  ]
}

/** What the chosen days come to. */
export function rangeTiles(reader: Reader, statistics: Statistics): Tile[] {
  const { t } = reader
  const tiles = createTiles(reader, statistics)
  const figure = (key: Exclude<keyof CountedDay, 'day' | 'importId'>) => figuresBy(statistics, key)
  const people = tiles.sum(t('visits.visitors'), figure('visitors'))
  switch (statistics.page) {
    case 'overview':
      return [
        ...[people, tiles.sum(t('visits.pageViews'), figure('pageViews')), tiles.average(t('visits.average'), figure('visitors'))],
        ...[perVisitorTile(reader, statistics), ...activityTiles(reader, statistics)],
      ]
    case 'speed':
      return speedTiles(reader, statistics)
    case 'bots':
      return [
        people,
        ...(['declaredBots', 'suspectedBots', 'botViews'] as const).map((key) => tiles.sum(t(`statistics.bots.${key}`), figure(key))),
      ]
    default:
      return [people, tiles.sum(t('visits.pageViews'), figure('pageViews')), tiles.average(t('visits.average'), figure('visitors'))]
  }
}

/** What a day had, of the chosen days and of those beside; null where it was not counted. */
type ValueOf = (day: Day, of: 'now' | 'beside') => Value

function figuresBy({ days, besideDays }: Statistics, key: Exclude<keyof CountedDay, 'day' | 'importId'>): ValueOf {
  const valuesIn = (counted: readonly CountedDay[]) => new Map(counted.map((day) => [day.day, day[key]]))
  const values = { now: valuesIn(days), beside: valuesIn(besideDays) }
  return (day, of) => values[of].get(day) ?? null
}

/** Tiles with the course of their days, and how they stand beside other days. */
function createTiles(reader: Reader, { range, today }: Statistics) {
  const { t, number } = reader
  const days = daysIn(range)
  const besideDays = range.beside === null ? [] : daysIn(range.beside)
  const than = range.compare === 'none' ? null : t(`statistics.than.${range.compare}`)
  const tile = (label: string, figure: string, valueOn: ValueOf): Tile => {
    const [now, before] = sumsOfPairs(days, besideDays, today, valueOn)
    const change = changeFrom(reader, now, before)
    return {
      label,
      figure,
      change,
      beside: change && than,
      spark: sparkLine(days.filter((day) => day < today).map((day) => valueOn(day, 'now'))),
    }
  }
  return {
    sum: (label: string, valueOn: ValueOf) => tile(label, number(sum(days.map((day) => valueOn(day, 'now') ?? 0))), valueOn),
    /** Of days that are over and were counted: today would make them look weak. */
    average(label: string, valueOn: ValueOf): Tile {
      const known = days.filter((day) => day < today).flatMap((day) => valueOn(day, 'now') ?? [])
      const figure = known.length === 0 ? '–' : number(Math.round(sum(known) / known.length))
      return { ...plain(label, figure), spark: null }
    },
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Days that are over stand beside days that were counted as well: half a day or a gap would look like a fall. */
function sumsOfPairs(days: readonly Day[], besideDays: readonly Day[], today: Day, valueOn: ValueOf): [now: number, before: number] {
  let [now, before] = [0, 0]
  days.forEach((day, index) => {
    const beside = besideDays[index]
    const [value, other] = [valueOn(day, 'now'), beside === undefined ? null : valueOn(beside, 'beside')]
    if (value === null || other === null || day >= today) return
    now += value
    before += other
  })
  return [now, before]
}

function perVisitorTile(reader: Reader, { days }: Statistics): Tile {
  const visitors = sum(days.filter(isRead).map((day) => day.visitors))
  const views = sum(days.map((day) => day.pageViews))
  return plain(
    reader.t('visits.perVisitor'),
    visitors === 0 ? '–' : figuresOf(reader).decimal(views / visitors),
    reader.t('visits.pageViews'),
  )
}

function activityTiles(reader: Reader, statistics: Statistics): Tile[] {
  const { days, besideDays, activity, besideActivity, board } = statistics
  const values = {
    now: valuesOf(days, activity, ({ nameId }) => nameId),
    beside: valuesOf(besideDays, besideActivity, ({ nameId }) => nameId),
  }
  const tiles = createTiles(reader, statistics)
  return (['signUp', 'post', 'comment', 'vote'] as const)
    .filter((what) => what !== 'signUp' || board === null)
    .map((what) => tiles.sum(reader.t(`statistics.activity.${what}`), (day, of) => values[of](day, activities[what])?.views ?? null))
}
