import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pageCookies } from '../../src/lib/http/cookies.ts'
import { linesWith, sourceFiles } from '../architecture/source-files.ts'
import { everyPage } from '../support/every-page.ts'
import { aPost } from '../support/factories.ts'
import { type FilledSite, fillSite } from '../support/filled-site.ts'
import type { Page } from '../support/page.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

/** Only these may be older than the page: the visitor counter. */
const withoutCounter = (html: string) =>
  html.replace(/<section[^>]* data-visits>[\s\S]*?<\/section>/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

const pathsOf = (filled: FilledSite, as: 'guest' | 'any') => [
  ...new Set(everyPage.filter((kind) => !kind.sends && (as === 'any' || kind.as === 'guest')).map(({ path }) => path(filled))),
]

/** TRUST #50. */
test('a page that was kept is the page that would be made, whoever read the address before', async () => {
  const filled = await fillSite(site)
  const differing: string[] = []
  for (const path of pathsOf(filled, 'any')) {
    const { owner } = filled.people
    for (const reader of [owner.agent, site.visitor()]) await reader.get(path)
    const kept = await site.visitor().get(path)
    site.ctx.content.move()
    const fresh = await site.visitor().get(path)
    // A form with a number of its own, which nobody keeps.
    if (fresh.status === 200 && fresh.headers.get('cache-control') === 'no-store') continue
    if (kept.status !== fresh.status || withoutCounter(kept.body) !== withoutCounter(fresh.body)) differing.push(path)
    const mine = await owner.agent.get(path)
    if (mine.status === 200 && !mine.body.includes('/logout') && !path.startsWith('/console') && mine.has('.member-box'))
      differing.push(`${path}, of its reader`)
  }
  expect(differing).toEqual([])
}, 60_000)

const odd: Record<string, string>[] = [
  { accept: 'application/json' },
  { accept: 'application/xml;q=0.1,*/*' },
  { 'x-requested-with': 'XMLHttpRequest' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' },
  { 'x-original-url': '/console', 'x-rewrite-url': '/console', 'x-http-method-override': 'DELETE' },
  { 'accept-encoding': 'identity;q=0, *;q=0' },
  { range: 'bytes=0-10' },
  { authorization: 'Basic eDp4', 'if-none-match': '*' },
  { cookie: 'theme=evil; lang=xx; flash=%%%; =; visitor=x' },
  { 'accept-language': 'en;q=0.1, xx' },
  { 'x-forwarded-for': '203.0.113.9', via: 'evil' },
]

test('nobody who asks oddly first decides what the next guest gets', async () => {
  const filled = await fillSite(site)
  const poisoned: string[] = []
  for (const path of ['/', '/free', filled.posts.long, '/search?q=%EC%B1%85%EB%B0%A9', '/no-such-board']) {
    const clean = withoutCounter((await site.visitor().get(path)).body)
    for (const headers of odd) {
      site.ctx.content.move()
      await (await site.visitor().request(path, { headers })).arrayBuffer().catch(() => {})
      const next = await site.visitor().get(path)
      if (withoutCounter(next.body) !== clean) poisoned.push(`${path} after ${JSON.stringify(headers)}`)
    }
  }
  expect(poisoned).toEqual([])
}, 60_000)

test('what members read, and who looks, empties nothing: only a change does', async () => {
  const filled = await fillSite(site)
  const paths = pathsOf(filled, 'any')
  for (const round of [1, 2]) {
    const before = site.ctx.content.current()
    for (const path of paths) for (const reader of [filled.people.member.agent, filled.people.owner.agent]) await reader.get(path)
    // The visits of all these are written a moment later.
    await sleep(400)
    // The first looks may prepare something.
    if (round === 2) expect(site.ctx.content.current()).toBe(before)
  }
  const before = site.ctx.content.current()
  await aPost(site, filled.boards.free, filled.people.author)
  expect(site.ctx.content.current()).toBeGreaterThan(before)
}, 60_000)

test('a choice of one guest is no other one’s: language, theme, the sentence that waits for them', async () => {
  await fillSite(site)
  const readers = {
    plain: site.visitor(),
    english: site.visitor({ headers: { 'accept-language': 'en' } }),
    dark: site.visitor(),
    light: site.visitor(),
  }
  readers.dark.cookies.set('theme', 'dark')
  readers.light.cookies.set('theme', 'light')
  const look = (page: Page) => [
    page.root.querySelector('html')?.getAttribute('lang'),
    page.root.querySelector('html')?.getAttribute('data-theme'),
  ]
  for (let times = 0; times < 2; times += 1) {
    expect(look(await readers.plain.get('/free'))).toEqual(['ko', 'auto'])
    expect(look(await readers.english.get('/free'))).toEqual(['en', 'auto'])
    expect(look(await readers.dark.get('/free'))).toEqual(['ko', 'dark'])
    expect(look(await readers.light.get('/free'))).toEqual(['ko', 'light'])
  }
  const left = site.visitor()
  const told = await left.post('/logout', {})
  expect(told.text('[role=status]')).not.toBe('')
  for (const reader of [site.visitor(), left]) expect((await reader.get('/')).has('.flash')).toBe(false)
})

test('what a page may read of a request’s cookies is known to whoever keeps it', () => {
  const asked = sourceFiles('src', /\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(/cookiesOf\(\w+\)\[([^\]]+)\]/g)].map((found) => found[1] ?? ''),
  )
  expect(asked.length).toBeGreaterThan(4)
  const known = [...pageCookies.map((name) => `'${name}'`), 'VISITOR_COOKIE', 'SESSION_COOKIE', 'FLASH_COOKIE', 'PIN_COOKIE']
    // Asked for when a form is sent, by no page.
    .concat('KEEPER_COOKIE')
  expect([...new Set(asked)].filter((name) => !known.includes(name))).toEqual([])
  // Nor by another way than that one.
  expect(
    linesWith(sourceFiles('src', /\.ts$/), /req\.cookies|headers\.cookie|get\('cookie'\)/).filter(
      (line) => !/lib\/http\/cookies\.ts|redact:/.test(line),
    ),
  ).toEqual([])
})

test('what a page may read of a request’s headers is known to whoever keeps it', () => {
  const readers = sourceFiles('src', /\.(view-models|read-models|routes|service)\.ts$/).concat(
    sourceFiles('src', /^(frame|reader|render-page)\.ts$/),
  )
  // Files are sent in parts, and what a browser measured is only taken: neither is a page that is kept.
  const ofPages = readers.filter(({ path }) => !/uploads\.routes|speed\.routes/.test(path))
  const found = linesWith(ofPages, /\breq\.(get|headers|header|accepts\w*|is|hostname|subdomains|ip|ips)\b/)
  // Limits look at the address; the language is part of the key; who would rather have JSON gets nothing that was kept. None of it is printed.
  const known = /req\.ip\b|accept-language|Retry-After|req\.accepts\(\['html', 'json'\]\) === 'json'/
  expect(found.filter((line) => !known.test(line))).toEqual([])
})
