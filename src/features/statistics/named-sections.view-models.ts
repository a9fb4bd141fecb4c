import type { Reader } from '../../context.ts'
import type { Day } from '../../lib/time/zone.ts'
import type { Section } from './section.types.ts'
import { type DaySeries, seriesSection } from './section-parts.view-models.ts'
import type { CountedDay, DailyKind, Statistics } from './statistics.types.ts'
import type { NamedDay } from './sums.read-models.ts'
import { activities } from './sums.types.ts'
import { wordFor } from './words.view-models.ts'

/** People and bots side by side: those that say so, and those that only behave so. */
export function botsSection(reader: Reader, statistics: Statistics): Section {
  const { t } = reader
  const byDay = new Map(statistics.days.map((day) => [day.day, day]))
  const series = (['visitors', 'declaredBots', 'suspectedBots', 'botViews'] as const).map((figure) => ({
    label: t(`statistics.bots.${figure}`),
    valueOn: (day: Day) => byDay.get(day)?.[figure] ?? null,
  }))
  const note = statistics.days.some(({ byRequest }) => byRequest) ? t('statistics.bots.past') : null
  return seriesSection(reader, statistics, { id: 'days', title: t('statistics.bots.days'), note }, series)
}

/** A kind of few names, day by day: the names with the most come first. */
export function namedSection(reader: Reader, statistics: Statistics, kind: DailyKind): Section {
  const known = statistics.named.get(kind) ?? []
  const totals = new Map<string, number>()
  for (const { name, visitors } of known) totals.set(name, (totals.get(name) ?? 0) + visitors)
  const names = [...totals.keys()].sort((one, other) => (totals.get(other) ?? 0) - (totals.get(one) ?? 0))
  const valueOn = valuesOf(statistics.days, known, ({ name }) => name)
  const series = names.map((name): DaySeries => ({ label: wordFor(reader, name), valueOn: (day) => valueOn(day, name)?.visitors ?? null }))
  return seriesSection(reader, statistics, { id: `${kind}-days`, title: reader.t(`statistics.daily.${kind}`) }, series)
}

/** What members did: whatever became of it afterwards. */
export function activitySection(reader: Reader, statistics: Statistics): Section {
  const valueOn = valuesOf(statistics.days, statistics.activity, ({ nameId }) => nameId)
  const whats = statistics.board === null ? (['signUp', 'post', 'comment', 'vote'] as const) : (['post', 'comment', 'vote'] as const)
  const series = whats.map(
    (what): DaySeries => ({
      label: reader.t(`statistics.activity.${what}`),
      valueOn: (day) => valueOn(day, activities[what])?.views ?? null,
    }),
  )
  return seriesSection(reader, statistics, { id: 'activity', title: reader.t('statistics.activity') }, series)
}

const NOTHING = { visitors: 0, views: 0 }

/** Of a day that was counted a name that is missing is none; a day that was not is not known. */
export function valuesOf<K>(days: readonly CountedDay[], rows: readonly NamedDay[], keyOf: (row: NamedDay) => K) {
  const counted = new Set(days.map(({ day }) => day))
  const byDay = new Map<Day, Map<K, NamedDay>>()
  for (const row of rows) {
    const ofDay = byDay.get(row.day) ?? new Map<K, NamedDay>()
    byDay.set(row.day, ofDay)
    ofDay.set(keyOf(row), row)
  }
  return (day: Day, key: K): { visitors: number; views: number } | null => byDay.get(day)?.get(key) ?? (counted.has(day) ? NOTHING : null)
}
