import type { SumKind } from '../../features/statistics/sums.types.ts'

/** A name and how often it comes beside the others. */
export type Weighted = readonly [name: string, weight: number]

const tail = (count: number, nameOf: (index: number) => string, weight = 12): Weighted[] =>
  Array.from({ length: count }, (_, index) => [nameOf(index), weight / (index + 2) ** 0.9] as const)

const places = ['seoul', 'busan', 'daegu', 'jeju', 'suwon', 'gwangju', 'ulsan', 'incheon', 'daejeon', 'chuncheon']
const things = ['garden', 'kitchen', 'books', 'bikes', 'photo', 'coffee', 'hiking', 'music', 'gadget', 'pets', 'camp', 'study', 'movie']
const made = (index: number) => `${things[index % things.length]}-${places[Math.floor(index / things.length) % places.length]}`

const subjects = [
  '자전거',
  '김장',
  '노트북',
  '이사',
  '등산',
  '중고책',
  '카메라',
  '고양이',
  '베란다 텃밭',
  '커피',
  '기타',
  '캠핑',
  '헌책방',
  '우산',
  '도시락',
]
const askings = [
  '추천',
  '후기',
  '고르는 법',
  '가격',
  '비교',
  '수리',
  '정리',
  '초보',
  '모임',
  '사진',
  '나눔',
  '맛집',
  '관리',
  '질문',
  '근처',
  '준비물',
  '순서',
]

/** Those that come through a search engine or an app say so by the domain they come from. */
export const domains: Record<'search' | 'social' | 'messenger' | 'mail' | 'site', Weighted[]> = {
  search: [
    ...([
      ['search.naver.com', 52],
      ['m.search.naver.com', 30],
      ['google.com', 38],
      ['search.daum.net', 9],
    ] as const),
    ...([
      ['bing.com', 5],
      ['m.search.daum.net', 4],
      ['duckduckgo.com', 1],
      ['zum.com', 0.6],
    ] as const),
  ],
  social: [
    ...([
      ['instagram.com', 20],
      ['facebook.com', 12],
      ['t.co', 9],
      ['youtube.com', 14],
      ['threads.net', 6],
      ['reddit.com', 1],
    ] as const),
  ],
  messenger: [
    ['talk.kakao.com', 30],
    ['line.me', 4],
    ['web.telegram.org', 3],
    ['discord.com', 3],
  ],
  mail: [
    ['mail.naver.com', 6],
    ['mail.google.com', 4],
    ['mail.daum.net', 1],
  ],
  site: [
    ['cafe.naver.com', 22],
    ['blog.naver.com', 18],
    ['tistory.com', 11],
    ['brunch.co.kr', 3],
    ...tail(420, (at) => `${made(at)}${at >= 130 ? at : ''}.example`),
  ],
}

export const referrerKinds: Weighted[] = [
  ['search', 41],
  ['direct', 27],
  ['social', 12],
  ['messenger', 9],
  ['site', 9.5],
  ['mail', 1.5],
]

export const words: Weighted[] = tail(
  420,
  (at) => `${subjects[at % subjects.length]} ${askings[Math.floor(at / subjects.length) % askings.length]}${at >= 255 ? ` ${at}` : ''}`,
)
export const searches: Weighted[] = tail(60, (at) => `${subjects[(at * 7) % subjects.length]} ${askings[(at * 5) % askings.length]}`)
export const emptySearches: Weighted[] = tail(24, (at) => `${subjects[(at * 4) % subjects.length]}${askings[(at * 3) % askings.length]}`)
export const campaigns: Weighted[] = [
  ['newsletter', 9],
  ['kakao-channel', 7],
  ['autumn-market', 5],
  ['poster / qr', 3],
  ['naver / cpc', 3],
  ['friends', 1],
]
export const missing: Weighted[] = tail(60, (at) =>
  at < 4 ? (['/wp-login.php', '/favicon.png', '/ads.txt', '/.env'][at] ?? '') : `/old/${4_000 - at * 7}`,
)
export const missingFrom: Weighted[] = tail(20, (at) => (at === 0 ? 'google.com' : `${made(at)}.example`))

/** What is said of every reader. */
export const readerKinds: Partial<Record<SumKind, Weighted[]>> = {
  loyalty: [
    ['returning', 62],
    ['new', 38],
  ],
  membership: [
    ['guest', 78],
    ['member', 22],
  ],
  browser: [
    ['Chrome', 44],
    ['Samsung Internet', 18],
    ['Safari', 17],
    ['Whale', 9],
    ['Edge', 7],
    ['Firefox', 2],
    ['Opera', 1],
  ],
  system: [
    ['Android', 49],
    ['Windows', 29],
    ['iOS', 15],
    ['macOS', 5],
    ['Linux', 1.4],
    ['ChromeOS', 0.4],
  ],
  device: [
    ['phone', 63],
    ['desk', 33],
    ['tablet', 4],
  ],
  language: [
    ['ko', 93],
    ['en', 4],
    ['ja', 1],
    ['zh', 1],
    ['vi', 0.5],
    ['ru', 0.2],
  ],
}

/** Pages shown in an app's own browser. */
export const apps: Weighted[] = [
  ['KakaoTalk', 40],
  ['Naver', 34],
  ['Daum', 6],
  ['Instagram', 14],
  ['Facebook', 6],
  ['Line', 2],
]

export const bots: Weighted[] = [
  ...([
    ['Googlebot', 30],
    ['Yeti', 26],
    ['bingbot', 14],
    ['Daum', 9],
    ['Applebot', 5],
    ['GPTBot', 6],
    ['ClaudeBot', 4],
  ] as const),
  ...([
    ['AhrefsBot', 5],
    ['SemrushBot', 4],
    ['YandexBot', 3],
    ['PetalBot', 2],
    ['facebookexternalhit', 3],
    ['kakaotalk-scrap', 4],
  ] as const),
]

/** Where the day of passing round came from. */
export const VIRAL_DOMAIN = 'youtube.com'
