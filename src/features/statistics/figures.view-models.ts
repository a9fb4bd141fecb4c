import type { Reader } from '../../context.ts'
import type { ChartWords } from '../../lib/charts/chart.types.ts'
import type { Change, ColumnKind } from './section.types.ts'

export type FigureKind = Exclude<ColumnKind, 'text'>

/** Numbers as this reader's language writes them, by what they are. */
export function figuresOf(reader: Reader): Record<FigureKind, (value: number) => string> {
  const { t, locale, number } = reader
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return {
    number,
    decimal: (value) => decimal.format(value),
    score: (value) => score.format(value),
    percent: (value) => percent.format(value),
    change: (value) => changeText(reader, value),
    ms: (value) =>
      value < 1_000 ? t('charts.ms', { value: number(Math.round(value)) }) : t('charts.seconds', { value: decimal.format(value / 1_000) }),
  }
}

/** Under a tenth with one digit more. What would print as nothing is the same. */
function changeText({ t, locale }: Reader, change: number): string {
  const size = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0 })
  if (directionOf(change) === 'same') return t('charts.same')
  return t(change > 0 ? 'charts.up' : 'charts.down', { percent: size.format(Math.abs(change)) })
}

const directionOf = (change: number): Change['direction'] => (Math.abs(change) < 0.0005 ? 'same' : change > 0 ? 'up' : 'down')

/** What came or went in proportion. null: from nothing, everything is endlessly more. */
export const changeOf = (now: number, before: number): number | null => (before === 0 ? null : (now - before) / before)

export function changeFrom(reader: Reader, now: number, before: number): Change | null {
  const change = changeOf(now, before)
  return change === null ? null : { text: changeText(reader, change), direction: directionOf(change) }
}

/** How a chart tells its values. Where it averages, it averages days. */
export function chartWords(reader: Reader, kind: FigureKind = 'number'): ChartWords {
  const { t, locale, number } = reader
  const figure = figuresOf(reader)[kind]
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3, useGrouping: true })
  const short = (value: number) => (Math.abs(value) < 10_000 ? number(value) : compact.format(value))
  return {
    figure,
    axis: kind === 'number' || kind === 'decimal' ? short : figure,
    whole: kind === 'number',
    gap: t('charts.gap'),
    open: t('charts.open'),
    most: (picture, name, value) => t('charts.most', { picture, name, value }),
    averaged: (days) => t('charts.averaged', { days }),
    range: (from, to) => t('charts.range', { from, to }),
    within: (low, high) => t('charts.within', { low, high }),
  }
}
