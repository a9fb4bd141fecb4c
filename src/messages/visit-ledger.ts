import type { Catalogue } from '../lib/i18n/catalogue.ts'

export const visitLedgerMessages = {
  'ledger.title': { ko: '방문자 장부', en: 'Ledger of visitors' },
  'ledger.about': {
    ko: '지난 날의 방문자 수를 하루에 한 줄씩 적고 그 뒤로는 고치지 않습니다. 줄마다 앞줄의 해시가 들어 있어서, 한 줄이라도 바꾸면 그 뒤의 모든 해시가 달라집니다.',
    en: 'One line for each day that is over, never changed afterwards. Each line holds the hash of the line before: whoever changed one would change every hash after it.',
  },
  'ledger.empty': {
    ko: '아직 마감한 날이 없습니다. 하루가 지나면 첫 줄이 적힙니다.',
    en: 'No day has been closed yet. The first line is written when a day is over.',
  },
  'ledger.months': { ko: '달', en: 'Months' },
  'ledger.day': { ko: '날짜', en: 'Day' },
  'ledger.people': { ko: '사람', en: 'People' },
  'ledger.pageViews': { ko: '페이지 보기', en: 'Page views' },
  'ledger.declared': { ko: '밝힌 봇', en: 'Declared bots' },
  'ledger.suspected': { ko: '의심되는 봇', en: 'Suspected bots' },
  'ledger.rule': { ko: '규칙', en: 'Rule' },
  'ledger.hash': { ko: '해시 (SHA-256)', en: 'Hash (SHA-256)' },
  'ledger.ruleTitle': { ko: '세는 규칙', en: 'What is counted' },
  'ledger.rule.counted': {
    ko: '하루에 브라우저 하나를 한 사람으로 셉니다. 쿠키로 알아보고, 쿠키가 없으면 하루만 쓰고 없애는 열쇠로 만든 표식으로 알아봅니다.',
    en: 'A browser is counted once a day. It is known by a cookie, or without one by a mark made with a key that is destroyed after that day.',
  },
  'ledger.rule.bots': {
    ko: '스스로 봇이라고 밝히면 밝힌 봇, 브라우저라면서 30분이 지나도록 페이지에 딸린 파일을 하나도 받지 않으면 의심되는 봇입니다. 둘 다 사람 수에 넣지 않습니다.',
    en: 'A bot that says so is a declared one. Whatever says it is a browser, yet asks for no file of any page within half an hour, is a suspected one. Neither is among the people.',
  },
  'ledger.rule.notCounted': {
    ko: '미리 받은 페이지, 메신저의 미리보기, 오류가 난 페이지, 다른 주소로 넘긴 응답, 그림과 피드는 세지 않습니다.',
    en: 'Not counted: pages fetched ahead, previews by messengers, pages that failed, redirects, pictures and feeds.',
  },
  'ledger.rule.day': {
    ko: '하루는 이 사이트의 시간대로 자정에 바뀌고, 네 시간 뒤에 마감합니다. 아무것도 세지 못한 날은 줄이 없습니다. 0으로 적지 않습니다.',
    en: 'A day ends at midnight on this site’s clock and is closed four hours later. A day on which nothing could be counted has no line; it is not written as zero.',
  },
  'ledger.rule.one': {
    ko: '규칙 1: 페이지를 보낼 때 셉니다.',
    en: 'Rule 1: a page counts as it is sent.',
  },
  'ledger.rule.two': {
    ko: '규칙 2: 앞에 공유 캐시(CDN)가 있어서, 페이지가 화면에 나온 뒤 작은 요청으로 알려 올 때 셉니다. 이때 봇은 캐시를 지나 여기까지 온 것만 셉니다.',
    en: 'Rule 2: a shared cache (CDN) stands in front, and a page counts when it tells by a small request that it is shown. Of bots, only those count that came here past the cache.',
  },
  'ledger.rule.three': {
    ko: '규칙 3: 하루에 규칙 1과 2를 모두 썼습니다. 바꾼 날입니다. 한 페이지를 두 번 세지는 않습니다.',
    en: 'Rule 3: both were in use on that day, on which the one took the place of the other. No page was counted twice.',
  },
  'ledger.verifyTitle': { ko: '직접 확인하기', en: 'Check it yourself' },
  'ledger.verify': {
    ko: '날짜, 사람, 페이지 보기, 밝힌 봇, 의심되는 봇, 규칙, 마감한 때(UTC), 앞줄의 해시를 빈칸 하나씩 띄워 이으면 그 SHA-256이 그 줄의 해시입니다. 첫 줄의 앞 해시는 0이 64개입니다. 모든 줄은 CSV와 JSON에 있습니다.',
    en: 'Write day, people, page views, declared bots, suspected bots, rule, time of closing (UTC) and the hash before with one space between: its SHA-256 is the hash of the line. Before the first line stand 64 zeros. CSV and JSON hold all lines.',
  },
} as const satisfies Catalogue
