import type { Catalogue } from '../lib/i18n/catalogue.ts'

/** What every chart and table of statistics says, whatever it is about. */
export const chartsMessages = {
  'charts.asTable': { ko: '표로 보기', en: 'As a table' },
  'charts.csv': { ko: 'CSV', en: 'CSV' },
  'charts.cut': {
    ko: '여기에는 {rows}줄까지 보입니다. 나머지까지 모두 CSV에 있습니다.',
    en: 'Only {rows} rows are shown here. The CSV has all of them.',
  },
  'charts.note': { ko: '메모', en: 'Note' },
  'charts.notes': { ko: '이때 있었던 일', en: 'What happened' },
  'charts.gap': { ko: '기록 없음', en: 'not recorded' },
  'charts.open': { ko: '(아직 안 끝남)', en: '(not over yet)' },
  'charts.most': { ko: '{picture}. 가장 많은 때는 {name}, {value}', en: '{picture}. Most: {name}, {value}' },
  'charts.averaged': {
    ko: '점 하나가 {days}일의 평균입니다. 옅은 띠는 그 사이 가장 적은 날부터 가장 많은 날까지입니다.',
    en: 'Each point is the average of {days} days. The pale band reaches from the lowest of them to the highest.',
  },
  'charts.range': { ko: '{from} – {to}', en: '{from} – {to}' },
  'charts.within': { ko: '{low}~{high}', en: '{low} to {high}' },
  'charts.up': { ko: '▲ {percent}', en: '▲ {percent}' },
  'charts.down': { ko: '▼ {percent}', en: '▼ {percent}' },
  'charts.same': { ko: '같음', en: 'the same' },
  'charts.ms': { ko: '{value}밀리초', en: '{value} ms' },
  'charts.seconds': { ko: '{value}초', en: '{value} s' },
} as const satisfies Catalogue
