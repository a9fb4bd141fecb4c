import { join } from 'node:path'
import type { Reader } from '../../src/context.ts'
import { changeFrom, chartWords, figuresOf } from '../../src/features/statistics/figures.view-models.ts'
import { printSections } from '../../src/features/statistics/print-sections.view-models.ts'
import type { Section, Tile } from '../../src/features/statistics/section.types.ts'
import { barChart } from '../../src/lib/charts/bar-chart.ts'
import type { Chart, Value } from '../../src/lib/charts/chart.types.ts'
import { heatMap } from '../../src/lib/charts/heat-map.ts'
import { type Line, lineChart } from '../../src/lib/charts/line-chart.ts'
import { shareBars } from '../../src/lib/charts/share-bars.ts'
import { sparkLine } from '../../src/lib/charts/spark-line.ts'
import { dayNames, dayTicks, monthNames, monthTicks, plainTicks } from '../../src/lib/charts/time-ticks.ts'
import { type Day, shiftDay } from '../../src/lib/time/zone.ts'
import { createRenderer } from '../../src/lib/views/render.ts'

const render = createRenderer(join(import.meta.dirname, '../../views'), { check: true })

/** Every chart that pages of statistics may show, in every state, as their templates print them. */
export function galleryHtml(reader: Reader): string {
  const shared = { t: reader.t }
  return [
    '<h1>Gallery</h1>',
    render('statistics/_tiles', { tiles: tilesOf(reader) }, shared),
    render('statistics/_sections', { sections: printSections(reader, sectionsOf(reader)) }, shared),
  ].join('\n')
}

/** A believable course: weekly rhythm, slow growth, one wild day. */
const course = (count: number, size = 1_500): number[] =>
  Array.from({ length: count }, (_, day) =>
    Math.round(size * (1 + day / count / 2) * (1 + 0.25 * Math.sin((day * 2 * Math.PI) / 7)) * (day === Math.floor(count * 0.6) ? 2.4 : 1)),
  )

const daysTo = (last: Day, count: number): Day[] => Array.from({ length: count }, (_, index) => shiftDay(last, index + 1 - count))

function sectionsOf(reader: Reader): Section[] {
  const withGap = course(30).map((value, day) => (day === 11 || day === 12 || day === 20 ? null : value))
  const notes = [
    { index: 4, text: '서버를 옮김' },
    { index: 18, text: '뉴스에 나옴' },
    { index: 19, text: '다른 곳에도 실림' },
  ]
  const before = line('앞선 30일', 'before', course(30, 1_100))
  return [
    ofDays(reader, 'no-days', '0일', []),
    ofDays(reader, 'one-day', '1일', [37], { open: true }),
    ofDays(reader, 'month', '30일, 빈 날, 메모, 비교', withGap, { more: [before], notes, open: true }),
    ofDays(reader, 'zero', '아무도 없던 날들', course(14, 0)),
    ofDays(
      reader,
      'outlier',
      '하루만 아주 많음',
      course(60, 40).map((value, day) => (day === 40 ? 1_250_000 : value)),
    ),
    ofDays(reader, 'lines', '처음 온 사람과 다시 온 사람', course(90, 900), {
      more: [line('다시', 'second', course(90, 500)), line('회원', 'third', course(90, 200)), line('손님', 'fourth', course(90, 90))],
    }),
    ofDays(reader, 'ten-years', '10년', course(3_650, 9_000)),
    ...bars(reader),
    heat(reader),
    speed(reader),
    ranking(),
  ]
}

const line = (name: string, look: Line['look'], values: readonly Value[]): Line => ({ name, look, values, names: null })

const plain = (section: Pick<Section, 'id' | 'title' | 'chart' | 'table'>): Section => ({
  ...section,
  note: '설명',
  csvPath: `/?section=${section.id}`,
  empty: '이 기간에는 기록이 없습니다.',
})

interface More {
  more?: Line[]
  notes?: { index: number; text: string }[]
  open?: boolean
}

function ofDays(
  reader: Reader,
  id: string,
  title: string,
  values: readonly Value[],
  { more = [], notes = [], open = false }: More = {},
): Section {
  const days = daysTo('2026-11-25', values.length)
  const names = dayNames(days, reader.locale)
  const chart = lineChart(
    { picture: title, names, ticks: dayTicks(days, reader.locale), lines: [line('방문자', 'now', values), ...more], notes, open },
    chartWords(reader),
  )
  const rows = days.map((day, index) => ({
    name: day,
    path: null,
    cells: [values[index] ?? null, 0.123, 0.5],
    note: notes.find((note) => note.index === index)?.text ?? null,
  }))
  return plain({
    id,
    title,
    chart,
    table: {
      heading: '날짜',
      columns: [
        { label: '방문자', kind: 'number' },
        { label: '변화', kind: 'change' },
        { label: '비율', kind: 'percent' },
      ],
      rows: rows.reverse().slice(0, 40),
      bars: null,
      more: null,
    },
  })
}

const named = (names: readonly string[], values: readonly Value[]): Section['table'] => ({
  ...{ heading: '이름', columns: [{ label: '방문자', kind: 'number' as const }], bars: null, more: null },
  rows: names.map((name, index) => ({ name, path: null, cells: [values[index] ?? null], note: null })),
})

function bars(reader: Reader): Section[] {
  const [words, weekdays] = [chartWords(reader), ['월', '화', '수', '목', '금', '토', '일']]
  const hours = Array.from({ length: 24 }, (_, hour) => `${hour}시`)
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`)
  const ofWeek = [1_410, 1_502, 1_288, 1_377, 1_190, 802, null]
  const ofHours = hours.map((_, hour) => Math.round(600 * (1 + Math.sin(((hour - 9) * Math.PI) / 12))))
  const years = Array.from({ length: 10 }, (_, index) => `${2017 + index}`)
  const chart = (
    picture: string,
    names: readonly string[],
    ticks: ReturnType<typeof plainTicks>,
    values: Value[],
    past: Value[] | null = null,
  ): Chart | null =>
    barChart({ picture, names, ticks, parts: [{ name: '이번', values }], before: past && { name: '앞선 기간', values: past } }, words)
  return [
    plain({
      id: 'weekdays',
      title: '요일',
      chart: chart('요일', weekdays, plainTicks(weekdays), ofWeek, [1_300, 1_700, 1_100, 1_380, 900, 810, 700]),
      table: named(weekdays, ofWeek),
    }),
    plain({
      id: 'hours',
      title: '시간',
      chart: chart('시간', hours, plainTicks(hours, [1, 3, 6]), ofHours, ofHours.toReversed()),
      table: named(hours, ofHours),
    }),
    plain({
      id: 'months',
      title: '달',
      chart: chart('달', monthNames(months, reader.locale), monthTicks(months, reader.locale), course(12, 43_000)),
      table: named(months, course(12, 43_000)),
    }),
    plain({
      id: 'years',
      title: '해',
      chart: chart('해', years, plainTicks(years), course(10, 4_300_000)),
      table: named(years, course(10, 4_300_000)),
    }),
    plain({
      id: 'no-bars',
      title: '아무것도 없음',
      chart: chart(
        '요일',
        weekdays,
        plainTicks(weekdays),
        weekdays.map(() => 0),
      ),
      table: named([], []),
    }),
    plain({
      ...{ id: 'stacked', title: '쌓은 막대', table: named(weekdays, ofWeek) },
      chart: barChart(
        {
          picture: '사람과 봇',
          names: weekdays,
          ticks: plainTicks(weekdays),
          before: null,
          parts: ['사람', '다시 온 사람', '밝힌 봇', '의심되는 봇', '그 밖'].map((name, part) => ({
            name,
            values: ofWeek.map((value) => (value ?? 100) / (part + 1)).map(Math.round),
          })),
        },
        words,
      ),
    }),
  ]
}

function heat(reader: Reader): Section {
  const [rows, columns] = [['월', '화', '수', '목', '금', '토', '일'], Array.from({ length: 24 }, (_, hour) => `${hour}시`)]
  const values = rows.map((_, day) =>
    columns.map((_, hour) =>
      hour < 3
        ? 0
        : day === 6 && hour > 20
          ? null
          : Math.round((400 + day * 90) * (1 + Math.sin(((hour - 9) * Math.PI) / 12)) * (day === 4 && hour === 13 ? 20 : 1)),
    ),
  )
  return plain({
    id: 'heat',
    title: '요일과 시간',
    chart: heatMap({ picture: '요일과 시간', rows, columns, values }, chartWords(reader)),
    table: named(
      rows,
      values.map(([value]) => value ?? null),
    ),
  })
}

function speed(reader: Reader): Section {
  const { ms, percent } = figuresOf(reader)
  const rows = [
    { name: '가장 큰 내용이 보이기까지 (LCP)', beside: ms(1_840), values: [812, 140, 48] },
    { name: '누르고 반응하기까지 (INP)', beside: ms(96), values: [990, 8, 2] },
    { name: '보는 동안의 움직임 (CLS)', beside: '', values: [0, 0, 0] },
  ]
  const chart = shareBars({ picture: '속도', parts: ['좋음', '보통', '나쁨'], rows }, chartWords(reader), percent)
  return plain({
    id: 'speed',
    title: '느낀 속도',
    chart,
    table: {
      ...named(
        rows.map(({ name }) => name),
        [1_840, 96, null],
      ),
      columns: [{ label: '75%', kind: 'ms' }],
    },
  })
}

function ranking(): Section {
  const names = [
    '네이버 검색',
    '카카오톡',
    '바로 들어옴',
    `공백없이긴이름${'가'.repeat(90)}`,
    'news.example.com/very/long/path/that/does/not/end/soon',
    '=1+1',
    '하나뿐',
  ]
  const rows = names.map((name, index) => ({
    name,
    path: index % 2 ? '/' : null,
    cells: [Math.round(17_410 / (index + 1) ** 2), 0.4 / (index + 1)],
    note: null,
  }))
  return plain({
    id: 'ranking',
    title: '어디에서 왔나',
    chart: null,
    table: {
      heading: '곳',
      columns: [
        { label: '방문자', kind: 'number' },
        { label: '비율', kind: 'percent' },
      ],
      rows,
      bars: 0,
      more: '그 밖의 31곳: 방문자 204명',
    },
  })
}

const tilesOf = (reader: Reader): Tile[] => [
  {
    label: '방문자',
    figure: reader.number(43_127),
    change: changeFrom(reader, 112, 100),
    beside: '앞선 30일보다',
    spark: sparkLine(course(30)),
  },
  {
    label: '페이지 보기',
    figure: reader.number(311_904),
    change: changeFrom(reader, 99.2, 100),
    beside: '앞선 30일보다',
    spark: sparkLine(course(30).map((value, day) => (day % 9 ? value : null))),
  },
  { label: '오늘', figure: '0', change: null, beside: '지금 3명', spark: null },
  { label: '전체', figure: reader.number(693_888), change: changeFrom(reader, 5, 5), beside: null, spark: sparkLine(course(3_650)) },
]
