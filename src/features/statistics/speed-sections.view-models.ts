import type { Reader } from '../../context.ts'
import { shareBars } from '../../lib/charts/share-bars.ts'
import type { Day } from '../../lib/time/zone.ts'
import { type FeltMeasure, feltDevices, feltMeasures, pageKinds, type SpeedPart } from '../visits/speed.types.ts'
import { chartWords, figuresOf } from './figures.view-models.ts'
import type { Column, Section } from './section.types.ts'
import { sectionOf, seriesSection, tableOf } from './section-parts.view-models.ts'
import { quantile, rated, ratings, sizeOf } from './speed.policy.ts'
import type { SpeedFigures } from './speed.types.ts'
import { FELT_PART, feltDaysSection, figureKindOf } from './speed-days.view-models.ts'
import type { Statistics } from './statistics.types.ts'
import { wordFor } from './words.view-models.ts'

/** Half of all answers, and all but the slowest of twenty. */
export const SERVER_PARTS = [0.5, 0.95] as const
/** How fast pages felt and how fast they were answered, from above to below. */
export function speedSections(reader: Reader, statistics: Statistics): Section[] {
  const { speed } = statistics
  if (speed === null) return []
  const measured = feltMeasures.some((measure) => speed.of(measure, 'all') !== null)
  const felt = feltMeasures.flatMap((measure) => [
    feltDaysSection(reader, statistics, speed, measure),
    partsSection(reader, statistics, speed, measure),
  ])
  return [...(measured ? felt : [nothingYet(reader, statistics, 'felt')]), ...serverSections(reader, statistics, speed)]
}

const nothingYet = (reader: Reader, statistics: Statistics, what: 'felt' | 'server'): Section => ({
  ...sectionOf(reader, statistics, { id: what, title: reader.t(`speed.${what}`), chart: null, table: tableOf('', [], []) }),
  empty: reader.t(`speed.${what}.none`),
})

/** By device and by kind of page: how many were good, middling and poor. What was never measured has no line. */
function partsSection(reader: Reader, statistics: Statistics, speed: SpeedFigures, measure: FeltMeasure): Section {
  const { t } = reader
  const kind = figureKindOf(measure)
  const figures = figuresOf(reader)
  const { beside } = speed
  const parts = (['all', ...feltDevices, ...pageKinds] as const).flatMap((part) => {
    const counts = speed.of(measure, part)
    const value = quantile(measure, counts, FELT_PART)
    return value === null
      ? []
      : [{ part, name: partName(reader, part), value, counts, count: sizeOf(counts), values: rated(measure, counts) }]
  })
  const title = t('speed.shares', { measure: t(`speed.${measure}`) })
  const rows = parts.map(({ name, value, values }) => ({ name, beside: figures[kind](value), values }))
  const names = ratings.map((rating) => t(`speed.${rating}`))
  const columns: Column[] = [
    { label: t('speed.p75'), kind },
    ...(beside ? [{ label: t('speed.beside'), kind }] : []),
    ...names.map((label): Column => ({ label, kind: 'percent' })),
    { label: t('speed.count'), kind: 'number' },
  ]
  return sectionOf(reader, statistics, {
    ...{ id: `${measure}-parts`, title },
    chart: shareBars({ picture: title, parts: names, rows }, chartWords(reader), figures.percent),
    table: tableOf(
      t('speed.part'),
      columns,
      parts.map(({ part, name, value, values, count }) => ({
        name,
        cells: [
          value,
          ...(beside ? [quantile(measure, beside.of(measure, part), FELT_PART)] : []),
          ...values.map((each) => each / count),
          count,
        ],
      })),
    ),
  })
}

function serverSections(reader: Reader, statistics: Statistics, speed: SpeedFigures): Section[] {
  const { t } = reader
  if (speed.of('server', 'all') === null) return [nothingYet(reader, statistics, 'server')]
  const { beside } = speed
  const labels = [t('speed.p50'), t('speed.p95')]
  const series = SERVER_PARTS.map((part, index) => ({
    label: labels[index] ?? '',
    valueOn: (day: Day) => quantile('server', speed.on('server', day), part),
  }))
  const parts = (['all', ...pageKinds] as const).filter((part) => speed.of('server', part) !== null)
  return [
    seriesSection(reader, statistics, { id: 'server', title: t('speed.server'), note: t('speed.server.note'), kind: 'ms' }, series),
    sectionOf(reader, statistics, {
      ...{ id: 'server-parts', title: t('speed.server.parts'), chart: null },
      table: tableOf(
        t('speed.part'),
        [
          ...labels.map((label): Column => ({ label, kind: 'ms' })),
          ...(beside ? [{ label: t('speed.beside95'), kind: 'ms' as const }] : []),
          { label: t('speed.answers'), kind: 'number' },
        ],
        parts.map((part) => ({
          name: partName(reader, part),
          cells: [
            ...SERVER_PARTS.map((share) => quantile('server', speed.of('server', part), share)),
            ...(beside ? [quantile('server', beside.of('server', part), SERVER_PARTS[1])] : []),
            sizeOf(speed.of('server', part)),
          ],
        })),
      ),
    }),
  ]
}

/** `other` is a kind of page here: a device of another kind has no part of its own. */
const partName = (reader: Reader, part: SpeedPart): string =>
  part === 'phone' || part === 'tablet' || part === 'desk' ? wordFor(reader, part) : reader.t(`speed.part.${part}`)
