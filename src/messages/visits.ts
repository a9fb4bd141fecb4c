import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const visitsMessages = {
  'visits.statistics': { ko: '접속 통계', en: 'Visitors' },
  'visits.scope': { ko: '{from} – {to} · {zone} 시간 · 봇은 세지 않음', en: '{from} – {to} · {zone} time · bots not counted' },
  'visits.period': { ko: '기간', en: 'Period' },
  'visits.period.days': { ko: '{days}일', en: '{days} days' },
  'visits.today': { ko: '오늘', en: 'Today' },
  'visits.today.online': { ko: '지금 {count}명', en: '{count} here now' },
  'visits.yesterday': { ko: '어제', en: 'Yesterday' },
  'visits.yesterday.change': { ko: '그저께보다', en: 'than the day before' },
  'visits.best': { ko: '최대', en: 'Best day' },
  'visits.total': { ko: '전체', en: 'Total' },
  'visits.total.since': { ko: '{day}부터', en: 'since {day}' },
  'visits.average': { ko: '하루 평균', en: 'Daily average' },
  'visits.none': {
    ko: '아직 다녀간 사람이 없습니다. 사이트 주소를 알리면 첫 방문자부터 여기에 나타납니다.',
    en: 'Nobody has been here yet. Tell people your address: the first visitor will appear here.',
  },
  'visits.byDay': { ko: '하루 방문자', en: 'Visitors a day' },
  'visits.byWeekday': { ko: '요일별 평균', en: 'Average by day of the week' },
  'visits.byMonth.note': { ko: '하루 방문자를 더한 수', en: 'daily visitors added up' },
  'visits.day': { ko: '날짜', en: 'Day' },
  'visits.weekday': { ko: '요일', en: 'Weekday' },
  'visits.visitors': { ko: '방문자', en: 'Visitors' },
  'visits.pageViews': { ko: '페이지 보기', en: 'Page views' },
  'visits.perVisitor': { ko: '1명당', en: 'Per visitor' },
} as const satisfies Catalogue
