import { expect, test } from 'vitest'
import { readHistory } from '../../../src/features/visits/history-lines.policy.ts'

const read = (...lines: string[]) => readHistory(lines.join('\r\n'))
const daysOf = (...lines: string[]) => read(...lines).days.map(({ day, visitors, pageViews }) => [day, visitors, pageViews])

test('a day a line, with page views or without, in any order, blank lines aside', () => {
  expect(daysOf('2026-11-25,1684', '', '2026-11-24,2154', '')).toEqual([
    ['2026-11-24', 2154, null],
    ['2026-11-25', 1684, null],
  ])
  expect(daysOf('2026-11-25;0;0')).toEqual([['2026-11-25', 0, 0]])
  expect(daysOf('2026-11-25\t5\t')).toEqual([['2026-11-25', 5, null]])
  expect(readHistory('')).toEqual({ days: [], wrong: [] })
})

test('GnuBoard’s table of sums as its owner exports it: byte order mark, names, quotes, Windows line ends', () => {
  expect(daysOf('\uFEFF"vs_date","vs_count"', '"2019-03-01","3806"', '"2019-03-02","2154"')).toEqual([
    ['2019-03-01', 3806, null],
    ['2019-03-02', 2154, null],
  ])
})

test('columns are found by their names: those of our own ledger, and Korean ones in another order', () => {
  expect(daysOf('day,people,page_views,declared_bots', '2026-01-02,7,21,900')).toEqual([['2026-01-02', 7, 21]])
  expect(daysOf('조회수,방문자수,날짜', '21,"1,007",2026. 1. 2.')).toEqual([])
  expect(daysOf('조회수,방문자수,날짜', '"2,100","1,007",2026. 1. 2.')).toEqual([['2026-01-02', 1007, 2100]])
})

test.each(['2026-11-05', '2026.11.05', '2026.11.5.', '2026. 11. 5', '2026/11/5', '20261105', '2026-11-05 00:00:00', "'2026-11-05'"])(
  '%s is a day',
  (day) => expect(daysOf(`${day},1`)).toEqual([['2026-11-05', 1, null]]),
)

test.each(['2026-02-30', '2026-13-01', '202611', '26-11-05', '2026-11-05 13:00', '1889-01-01', '=1+1', '어제', ''])('%s is none', (day) =>
  expect(read('2026-01-01,1', `${day},1`).wrong).toMatchObject([{ line: 2, what: 'day' }]),
)

test.each([
  ['-1', 'visitors'],
  ['1.5', 'visitors'],
  ['1e3', 'visitors'],
  ['', 'visitors'],
  ['4000000001', 'visitors'],
  ['1684,12', 'cells'],
  ['1,684', 'cells'],
])('%s visitors are refused by the line', (visitors, what) =>
  expect(read('2026-01-01,1', `2026-01-02,${visitors}`).wrong).toEqual([{ line: 2, what, text: `2026-01-02,${visitors}` }]),
)

test('fewer page views than visitors, a day twice and a head without names are told by their lines', () => {
  const { days, wrong } = read('2026-01-01,9,8', '', '2026-01-02,1,1', '2026.1.2,2,2')
  expect([days.length, wrong.map(({ line, what }) => `${line} ${what}`)]).toEqual([1, ['1 pageViews', '4 twice']])
  expect(read('when,how many', '2026-01-02,1').wrong).toMatchObject([{ line: 1, what: 'day' }])
})
