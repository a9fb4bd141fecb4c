import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barChart } from '../../../src/lib/charts/bar-chart.ts'
import { gridOf } from '../../../src/lib/charts/frame.ts'
import { heatMap } from '../../../src/lib/charts/heat-map.ts'
import { shareBars } from '../../../src/lib/charts/share-bars.ts'
import { sparkLine } from '../../../src/lib/charts/spark-line.ts'
import { plainTicks } from '../../../src/lib/charts/time-ticks.ts'
import { anyValue, anyValues, drawingsOf, faultsOf, words } from './drawings.ts'

const names = (count: number, ending: string) => Array.from({ length: count }, (_, index) => `${index + 1}${ending}`)
const weekdays = ['월', '화', '수', '목', '금', '토', '일']
const hours = Array.from({ length: 24 }, (_, hour) => `${hour}시`)

test('a grid has at most five lines, from zero past the most, on round numbers', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(40), fc.nat(5_000_000_000)), (most) => {
      const grid = gridOf(most, true)
      expect(grid.length).toBeLessThanOrEqual(5)
      expect(grid[0]).toBe(0)
      expect(grid.at(-1)).toBeGreaterThanOrEqual(most)
      expect(grid.every(Number.isInteger)).toBe(true)
    }),
  )
  expect(gridOf(0.034, false).at(-1)).toBeGreaterThanOrEqual(0.034)
})

test('bars, stacked or not, stay in the picture, and no words lie over others', () => {
  fc.assert(
    fc.property(fc.array(anyValues(1, 130), { minLength: 1, maxLength: 5 }), fc.option(fc.array(anyValue)), (parts, before) => {
      const [first = [], ...rest] = parts
      const labels = names(first.length, '월')
      const chart = barChart(
        {
          ...{ picture: '달', names: labels, ticks: plainTicks(labels) },
          parts: [{ name: '방문자', values: first }, ...rest.map((values, index) => ({ name: `부분 ${index}`, values }))],
          before: before === null ? null : { name: '앞선', values: before.slice(0, first.length) },
        },
        words,
      )
      for (const drawing of drawingsOf(chart)) expect(faultsOf(drawing)).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('a bar tells its parts and what was before', () => {
  const chart = barChart(
    {
      ...{ picture: '요일', names: ['월', '화'], ticks: plainTicks(['월', '화']), before: { name: '앞선 기간', values: [4, null] } },
      parts: [
        { name: '처음', values: [1, null] },
        { name: '다시', values: [2, null] },
      ],
    },
    words,
  )
  expect(chart?.wide.spots.map(({ says }) => says)).toEqual([
    '월: 3 · 처음 1 · 다시 2 · 앞선 기간 4',
    '화: 기록 없음 · 처음 기록 없음 · 다시 기록 없음 · 앞선 기간 기록 없음',
  ])
  expect(chart?.wide.paths.filter(({ look }) => look === 'before-mark')).toHaveLength(1)
})

test('a map of hours stays in the picture, lies on a phone with the hours down, and its steps tell all values apart', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyValue, { minLength: 24, maxLength: 24 }), { minLength: 7, maxLength: 7 }), (values) => {
      const chart = heatMap({ picture: '요일과 시간', rows: weekdays, columns: hours, values }, words)
      for (const drawing of drawingsOf(chart)) {
        expect(faultsOf(drawing)).toEqual([])
        expect(drawing.rects).toHaveLength(168)
      }
      const steps = chart?.wide.rects.map(({ look }) => look) ?? []
      const order = values.flat().map((value, index) => ({ value, look: steps[index] ?? '' }))
      const known = order.filter(({ value }) => value !== null).sort((one, other) => (one.value ?? 0) - (other.value ?? 0))
      expect(known.map(({ look }) => look)).toEqual(known.map(({ look }) => look).toSorted())
      if (known.some(({ value }) => (value ?? 0) > 0)) expect(known.at(-1)?.look).toBe('step-5')
    }),
    { numRuns: 60 },
  )
  const chart = heatMap({ picture: '', rows: weekdays, columns: hours, values: weekdays.map(() => hours.map((_, hour) => hour)) }, words)
  expect(chart?.keys.map(({ label }) => label)).toEqual(['0', '1 – 5', '6 – 10', '11 – 14', '15 – 19', '20 – 23'])
  expect(chart?.narrow.height).toBeGreaterThan(chart?.narrow.width ?? 0)
})

test('shares fill their line, and a part too thin for its figure is still told', () => {
  const anyRow = fc.record({
    name: fc.string({ unit: 'grapheme' }),
    beside: fc.string(),
    values: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  })
  const percent = (share: number) => `${Math.round(share * 100)}%`
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 6 }), (rows) => {
      const chart = shareBars({ picture: '속도', parts: ['좋음', '보통', '나쁨'], rows }, words, percent)
      for (const drawing of drawingsOf(chart)) expect(faultsOf(drawing)).toEqual([])
    }),
  )
  const rows = [{ name: 'LCP', beside: '1.2초', values: [998, 1, 1] }]
  const chart = shareBars({ picture: '속도', parts: ['좋음', '보통', '나쁨'], rows }, words, percent)
  expect(chart?.narrow.rects).toHaveLength(3)
  expect(chart?.narrow.spots.map(({ says }) => says)).toEqual(['LCP: 좋음 100% · 998', 'LCP: 보통 0% · 1', 'LCP: 나쁨 0% · 1'])
})

test('a course of many or few values stays beside its figure', () => {
  expect(sparkLine([])).toBeNull()
  expect(sparkLine([4, null])).toBeNull()
  fc.assert(
    fc.property(anyValues(2, 4_000), (values) => {
      const spark = sparkLine(values)
      if (spark === null) return
      expect(
        faultsOf({ ...spark, rects: [], lines: [], dots: [], words: [], spots: [], note: null, paths: [{ d: spark.d, look: 'now' }] }),
      ).toEqual([])
    }),
    { numRuns: 50 },
  )
})
