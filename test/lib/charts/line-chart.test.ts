import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/lib/charts/chart.types.ts'
import { type LineInput, lineChart } from '../../../src/lib/charts/line-chart.ts'
import { dayNames, dayTicks, monthTicks } from '../../../src/lib/charts/time-ticks.ts'
import { anyValue, anyValues, daysFrom, drawingsOf, faultsOf, words } from './drawings.ts'

function ofDays(values: readonly Value[], more: Partial<LineInput> = {}, first = '2026-01-01') {
  const days = daysFrom(first, values.length)
  return lineChart(
    {
      ...{ picture: '하루 방문자', names: dayNames(days, 'ko'), ticks: dayTicks(days, 'ko'), notes: [], open: false },
      lines: [{ name: '방문자', look: 'now', values, names: null }],
      ...more,
    },
    words,
  )
}

test('whatever the days were, nothing leaves the picture and no words lie over others', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyValues(1, 3), anyValues(1, 120), anyValues(300, 3_700)),
      fc.array(anyValue, { maxLength: 400 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.boolean(),
      (values, before, notes, shift, open) => {
        const first = daysFrom('2015-01-01', shift + 1).at(-1)
        const lines: LineInput['lines'] = [
          { name: '이번', look: 'now', values, names: null },
          { name: '앞선', look: 'before', values: before, names: null },
        ]
        const happened = [...new Set(notes.map((note) => note % values.length))].sort((one, other) => one - other)
        const chart = ofDays(values, { lines, notes: happened.map((index) => ({ index, text: '일' })), open }, first)
        for (const drawing of drawingsOf(chart)) expect(faultsOf(drawing)).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

describe('what is drawn', () => {
  test('of nothing is nothing', () => {
    expect(ofDays([null, null])).toBeNull()
  })

  test('of one day is a dot', () => {
    const chart = ofDays([12])
    expect(chart?.wide.dots).toHaveLength(1)
    expect(chart?.wide.words.filter(({ look }) => look === 'figure').map(({ text }) => text)).toEqual(['12'])
    expect(chart?.description).toBe('하루 방문자. 2026. 1. 1. (목), 12')
  })

  test('of days with nobody is a line at the bottom without a figure', () => {
    const chart = ofDays([0, 0, 0])
    expect(chart?.description).toBe('하루 방문자')
    expect(chart?.wide.words.filter(({ look }) => look === 'figure')).toEqual([])
    expect(chart?.wide.paths.map(({ look }) => look)).toEqual(['area', 'now'])
  })

  test('of days that were not recorded is a gap between two lines, marked and named', () => {
    const chart = ofDays([null, 5, 6, null, null, 7, 8, null])
    expect(chart?.wide.rects.map(({ look }) => look)).toEqual(['gap'])
    expect(chart?.keys).toEqual([{ label: '기록 없음', look: 'gap', sign: 'block' }])
    expect(chart?.wide.paths.at(-1)?.d.match(/M/g)).toHaveLength(2)
    expect(chart?.wide.spots[3]).toMatchObject({ at: null, says: '2026. 1. 4. (일): 기록 없음' })
  })

  test('of ten years is averaged so that no pixel has two points, says so, and hides no wild day', () => {
    const values = Array.from({ length: 3_650 }, (_, index) => (index === 1_000 ? 90_000 : 100))
    const chart = ofDays(values)
    expect([chart?.wide.note, chart?.narrow.note]).toEqual(['7일 평균', '28일 평균'])
    expect(chart?.wide.spots.length).toBeLessThan(760)
    expect(chart?.wide.paths.map(({ look }) => look)).toEqual(['band', 'now'])
    expect(chart?.wide.words.find(({ look }) => look === 'figure')?.text).toBe('90,000')
    expect(chart?.wide.words.filter(({ look }) => look === 'name').map(({ text }) => text)).toContain('2030년')
  })

  test('of a period before stands beside it with its own days', () => {
    const lines: LineInput['lines'] = [
      { name: '이번', look: 'now', values: [1, 2], names: null },
      { name: '앞선', look: 'before', values: [3], names: ['어제', '그제'] },
    ]
    const chart = ofDays([1, 2], { lines })
    expect(chart?.keys.map(({ label }) => label)).toEqual(['이번', '앞선'])
    expect(chart?.wide.spots.map(({ says }) => says)).toEqual([
      '2026. 1. 1. (목): 이번 1 · 앞선 (어제) 3',
      '2026. 1. 2. (금): 이번 2 · 앞선 (그제) 기록 없음',
    ])
  })

  test('notes are numbered marks; those without room for each share one', () => {
    const notes = [0, 1, 2, 300].map((index) => ({ index, text: `일 ${index}` }))
    const chart = ofDays(
      Array.from({ length: 400 }, () => 9),
      { notes },
    )
    expect(chart?.wide.words.filter(({ look }) => look === 'note').map(({ text }) => text)).toEqual(['1–3', '4'])
    expect(chart?.notes.map(({ number, text }) => [number, text])).toEqual([
      [1, '일 0'],
      [2, '일 1'],
      [3, '일 2'],
      [4, '일 300'],
    ])
  })
})

test('months are named, and a year in place of its January', () => {
  const months = Array.from(
    { length: 14 },
    (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
  )
  expect(
    monthTicks(months, 'ko')[0]
      ?.map(({ text }) => text)
      .slice(10),
  ).toEqual(['11월', '12월', '2026년', '2월'])
  expect(monthTicks(months, 'en')[1]?.map(({ text }) => text)).toEqual(['2025', 'Apr', 'Jul', 'Oct', '2026'])
})
