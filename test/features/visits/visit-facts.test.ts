import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDeclaredBot, visitFacts } from '../../../src/features/visits/visit-facts.policy.ts'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const KAKAO =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 25.8.0'
const page = { query: '', host: 'madang.example' }
const person = { bot: false, botWords: [] }

const facts = (headers: object, query = '') => visitFacts({ 'user-agent': CHROME, ...headers }, { ...page, query }, person)

test('a reader from a search is known by what was looked for, the page and the browser', () => {
  const headers = { referer: 'https://search.naver.com/search.naver?where=nexearch&query=%EB%A7%88%EB%8B%B9%20%EA%B2%8C%EC%8B%9C%ED%8C%90' }
  expect(facts({ ...headers, 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.8' }, 'utm_campaign=spring')).toEqual({
    ...{ referrerKind: 'search', referrer: 'search.naver.com', referrerPage: 'search.naver.com/search.naver', words: '마당 게시판' },
    ...{ campaign: 'spring', browser: 'Chrome', system: 'Windows', device: 'desk', language: 'ko', app: null, bot: null },
  })
})

describe('where a reader comes from', () => {
  test.each([
    ['https://www.google.com/', 'search', 'google.com'],
    ['https://www.google.co.kr/search?q=x', 'search', 'google.co.kr'],
    ['https://m.search.naver.com/search.naver?query=x', 'search', 'm.search.naver.com'],
    ['https://search.daum.net/search?q=x', 'search', 'search.daum.net'],
    ['https://search.yahoo.com/search?p=x', 'search', 'search.yahoo.com'],
    ['https://search.brave.com/search?q=x', 'search', 'search.brave.com'],
    ['https://yandex.com.tr/search?text=x', 'search', 'yandex.com.tr'],
    ['https://mail.yandex.ru/', 'mail', 'mail.yandex.ru'],
    ['https://m.cafe.naver.com/some/1', 'social', 'm.cafe.naver.com'],
    ['https://someone.tistory.com/12', 'social', 'someone.tistory.com'],
    ['https://l.facebook.com/l.php?u=x', 'social', 'l.facebook.com'],
    ['https://t.co/abc', 'social', 't.co'],
    ['https://web.telegram.org/', 'messenger', 'web.telegram.org'],
    ['https://app.slack.com/client', 'messenger', 'app.slack.com'],
    ['https://mail.google.com/mail/u/0/', 'mail', 'mail.google.com'],
    ['https://mail.naver.com/', 'mail', 'mail.naver.com'],
    ['android-app://com.google.android.gm/', 'mail', 'mail.google.com'],
    ['android-app://com.Slack/', 'messenger', 'slack.com'],
    ['https://WWW.Somewhere.example/a', 'site', 'somewhere.example'],
    ['https://naver.com.evil.example/search?query=x', 'site', 'naver.com.evil.example'],
    ['https://notgoogle.com/', 'site', 'notgoogle.com'],
    ['https://google.com.evil.example/', 'site', 'google.com.evil.example'],
    ['https://mybing.com/', 'site', 'mybing.com'],
    ['https://user:secret@www.bing.com/search?q=x', 'search', 'bing.com'],
  ])('%s is %s', (referer, kind, host) => {
    expect(facts({ referer })).toMatchObject({ referrerKind: kind, referrer: host })
  })

  test.each([
    'https://madang.example/free',
    'https://www.madang.example:8443/free',
    'ftp://files.example/',
    'javascript:alert(1)',
    'android-app://some.unknown.app/',
    'android-app://constructor/',
    'about:blank',
    'nonsense',
    'https://',
    '',
  ])('%j is no place: such a reader came directly', (referer) => {
    expect(facts({ referer })).toMatchObject({ referrerKind: 'direct', referrer: null, referrerPage: null, words: null })
  })

  test('the page is kept without its query, readable, and no longer than 200 characters', () => {
    expect(facts({ referer: 'https://a.example/%EA%B8%80?token=secret#part' }).referrerPage).toBe('a.example/글')
    expect(facts({ referer: 'https://a.example/%EA%' }).referrerPage).toBe('a.example/%EA%')
    expect(facts({ referer: 'https://outlook.live.com/mail/0/id/AQMkADAwA' }).referrerPage).toBe('outlook.live.com/')
    expect(facts({ referer: `https://a.example/${'가'.repeat(900)}` }).referrerPage).toHaveLength(200)
  })

  test('who opens a link in a messenger without saying where it stood came by that messenger', () => {
    expect(facts({ 'user-agent': KAKAO })).toMatchObject({ referrerKind: 'messenger', referrer: null, app: 'KakaoTalk' })
    expect(facts({ 'user-agent': KAKAO, referer: 'https://madang.example/' }).referrerKind).toBe('direct')
    expect(facts({ 'user-agent': KAKAO, referer: 'https://www.bing.com/' }).referrerKind).toBe('search')
  })
})

describe('what was searched for', () => {
  const words = (text: string) => facts({ referer: `https://www.bing.com/search?q=${encodeURIComponent(text)}` }).words
  test('is added up in one spelling', () => {
    expect(words('  Madang\u0000  BOARD ')).toBe('madang board')
    expect(words('마당'.normalize('NFD'))).toBe('마당')
  })
  test.each([
    'someone@mail.example',
    'someone%40mail.example',
    '010-1234-5678',
    '010.1234.5678',
    '010–1234–5678',
    '010/1234/5678',
    '٠١٠١٢٣٤٥٦٧٨',
    '+82 (10) 1234 5678',
    '０１０１２３４５６７８',
    'x'.repeat(51),
    '',
    ' ',
  ])('%j is not kept: it may name somebody, or says nothing', (text) => expect(words(text)).toBeNull())
  test('is read of search engines alone', () => {
    expect(facts({ referer: 'https://a.example/?q=private' }).words).toBeNull()
  })
})

test.each([
  ['utm_source=news&utm_medium=mail&utm_campaign=%20Spring%0ASale%20', 'Spring Sale'],
  ['?utm_source=news&utm_medium=mail', 'news / mail'],
  ['utm_medium=mail', 'mail'],
  ['utm_campaign=20261125_sale&gclid=x', '20261125_sale'],
  ['gclid=Cj0K', 'Google Ads'],
  ['fbclid=IwAR', 'Facebook'],
  ['n_media=27758&n_query=x', 'Naver Ads'],
  ['utm_campaign=someone%40mail.example', null],
  ['utm_campaign=%E0%A4', '\ufffd'],
  [`utm_campaign=${'가'.repeat(500)}`, '가'.repeat(100)],
  ['page=2', null],
])('the query %j belongs to the campaign %j', (query, campaign) => {
  expect(facts({}, query).campaign).toBe(campaign)
})

test.each([
  ['ko-KR,ko;q=0.9', 'ko'],
  ['EN', 'en'],
  ['zh_CN', 'zh'],
  ['*', ''],
  ['<script>', ''],
  [undefined, ''],
])('%j asks for the language %j', (header, language) => {
  expect(facts({ 'accept-language': header }).language).toBe(language)
})

describe('what a browser tells beside its agent', () => {
  const hinted = (hints: Record<string, string>, agent = CHROME) => facts({ 'user-agent': agent, ...hints })
  test.each([
    [{}, 'Windows'],
    [{ 'sec-ch-ua-platform-version': '"15.0.0"' }, 'Windows 11'],
    [{ 'sec-ch-ua-platform-version': '"10.0.0"' }, 'Windows 10'],
    [{ 'sec-ch-ua-platform-version': '"0.1.0"' }, 'Windows'],
    [{ 'sec-ch-ua-platform-version': '15; <script>' }, 'Windows'],
  ])('%j is %s', (hints, system) => expect(hinted(hints).system).toBe(system))
  test('a version of another system says nothing of Windows, and a phone is one that says so', () => {
    expect(hinted({ 'sec-ch-ua-platform-version': '"15.0.0"' }, KAKAO).system).toBe('iOS')
    expect(hinted({ 'sec-ch-ua-mobile': '?0' }).device).toBe('desk')
    expect(hinted({ 'sec-ch-ua-mobile': '?1' }, 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36').device).toBe('phone')
  })
})

describe('bots', () => {
  test('who has no name is one, and whom the owner names', () => {
    expect(isDeclaredBot({}, [])).toBe(true)
    expect(isDeclaredBot({ 'user-agent': ' \t' }, [])).toBe(true)
    expect(isDeclaredBot({ 'user-agent': CHROME }, [])).toBe(false)
    expect(isDeclaredBot({ 'user-agent': CHROME }, ['', ' '])).toBe(false)
    expect(isDeclaredBot({ 'user-agent': `${CHROME} ShopWatch/2` }, ['shopwatch'])).toBe(true)
  })
  const nameOf = (agent: string, botWords: string[] = []) => visitFacts({ 'user-agent': agent }, page, { bot: true, botWords }).bot
  test('each has one short name', () => {
    expect(nameOf('Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)')).toBe('Yeti (Naver)')
    expect(nameOf(`${CHROME} ShopWatch/2`, ['shopwatch'])).toBe('shopwatch')
    expect(nameOf('Mozilla/5.0 (compatible; CoolThing/3.1; +https://cool.example)')).toBe('CoolThing')
    expect(nameOf(`${CHROME} (compatible; crawler; +https://www.cool.example/bot)`)).toBe('cool.example')
    expect(nameOf(`${CHROME} CoolThing/2.1`)).toBe('CoolThing')
    expect(nameOf('Cool Link Checker 3.0 (+https://cool.example)')).toBe('Cool Link Checker')
    expect(nameOf('mytool/1.0 (someone@mail.example)')).toBe('mytool')
    expect(nameOf('')).toBe('unnamed')
    expect(nameOf('b'.repeat(3_000))).toHaveLength(40)
  })
})

test('no header, however long or odd, throws, is slow or makes a fact that cannot be kept', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .constantFrom('(', ' ', ';', '/', 'a', 'Mozilla/5.0 (', 'bot', '%', '１')
      .chain((part) => fc.integer({ max: 4_000, min: 1 }).map((n) => part.repeat(n))),
    fc
      .array(fc.constantFrom(CHROME, KAKAO, 'bot', 'Android', '; wv', 'Version/', 'Chrome/', '\u202e', '\ud800'), { maxLength: 40 })
      .map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, text, text, fc.boolean(), (agent, other, query, bot) => {
      const start = performance.now()
      const headers = { 'user-agent': agent, referer: `https://www.bing.com/${other}?q=${query}`, 'accept-language': other }
      isDeclaredBot(headers, ['word'])
      const found = visitFacts(headers, { query: `utm_source=${query}`, host: other }, { bot, botWords: [] })
      expect(performance.now() - start).toBeLessThan(300)
      for (const value of Object.values(found)) {
        if (value === null) continue
        expect([...value].length).toBeLessThanOrEqual(200)
        expect(value).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }
    }),
    { numRuns: 1_500 },
  )
})
