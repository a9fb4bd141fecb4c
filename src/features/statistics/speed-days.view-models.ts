import type { Reader } from '../../context.ts'
import type { Value } from '../../lib/charts/chart.types.ts'
import { type Line, lineChart } from '../../lib/charts/line-chart.ts'
import { dayNames, dayTicks } from '../../lib/charts/time-ticks.ts'
import type { FeltMeasure, SpeedMeasure } from '../visits/speed.types.ts'
import { chartWords, type FigureKind, figuresOf } from './figures.view-models.ts'
import { daysIn } from './range.policy.ts'
import type { Section } from './section.types.ts'
import { isOpen, sectionOf, tableOf } from './section-parts.view-models.ts'
import { lines, quantile, sizeOf } from './speed.policy.ts'
import type { SpeedDays, SpeedFigures } from './speed.types.ts'
import type { Statistics } from './statistics.types.ts'

/** What Google measures pages by: three views of four were no worse. */
export const FELT_PART = 0.75
/** With fewer values one slow phone moves the figure. */
const FEW = 100

export const figureKindOf = (measure: SpeedMeasure): FigureKind => (measure === 'cls' ? 'score' : 'ms')

/** A measure day by day, the days beside which they stand, and what the owner noted of them: a new server shows here first. */
export function feltDaysSection(reader: Reader, statistics: Statistics, speed: SpeedFigures, measure: FeltMeasure): Section {
  const { t, locale } = reader
  const kind = figureKindOf(measure)
  const days = daysIn(statistics.range)
  const [title, values] = [t(`speed.${measure}`), valuesOf(speed, measure, days)]
  const before = besideLine(reader, statistics, speed, measure)
  const now: Line = { ...{ name: t('statistics.chosen'), look: 'now', names: null }, values }
  const noted = statistics.notes.map(({ day, text }) => ({ index: days.indexOf(day), text }))
  const drawn = { picture: title, names: dayNames(days, locale), ticks: dayTicks(days, locale), open: isOpen(statistics) }
  const rows = days.map((day, index) => ({
    name: day,
    cells: [values[index] ?? null, ...(before ? [before.values[index] ?? null] : []), sizeOf(speed.on(measure, day)) || null],
    note: statistics.notes.flatMap((note) => (note.day === day ? [note.text] : [])).join(' · ') || null,
  }))
  const measured = speed.of(measure, 'all') !== null
  return {
    ...sectionOf(reader, statistics, {
      ...{ id: measure, title, note: noteOf(reader, speed, measure) },
      chart: measured ? lineChart({ ...drawn, lines: before ? [now, before] : [now], notes: noted }, chartWords(reader, kind)) : null,
      table: tableOf(
        t('visits.day'),
        [{ label: t('speed.p75'), kind }, ...(before ? [{ label: before.name, kind }] : []), { label: t('speed.count'), kind: 'number' }],
        measured ? rows.filter(({ name }) => name >= (statistics.firstDay ?? name)).reverse() : [],
      ),
    }),
    empty: t(measure === 'inp' ? 'speed.inp.none' : 'statistics.empty'),
  }
}

const valuesOf = (speed: SpeedDays, measure: FeltMeasure, days: readonly string[]): Value[] =>
  days.map((day) => quantile(measure, speed.on(measure, day), FELT_PART))

/** null: nothing beside which to stand, or nothing was measured there. */
function besideLine({ t, locale }: Reader, { range }: Statistics, { beside }: SpeedFigures, measure: FeltMeasure): Line | null {
  if (range.beside === null || range.compare === 'none' || !beside?.of(measure, 'all')) return null
  const days = daysIn(range.beside)
  return {
    ...{ name: t(`statistics.compare.${range.compare}`), look: 'before', names: dayNames(days, locale) },
    values: valuesOf(beside, measure, days),
  }
}

function noteOf(reader: Reader, speed: SpeedFigures, measure: FeltMeasure): string {
  const { t, number } = reader
  const count = sizeOf(speed.of(measure, 'all'))
  const figure = figuresOf(reader)[figureKindOf(measure)]
  const [good, poor] = lines[measure]
  const few = count > 0 && count < FEW ? [t('speed.few', { count: number(count) })] : []
  return [t(`speed.${measure}.note`), t('speed.lines', { good: figure(good), poor: figure(poor) }), ...few].join(' ')
}
