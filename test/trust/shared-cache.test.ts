import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { createAgent } from '../support/agent.ts'
import { documentedRules } from '../support/edge-readers.ts'
import { everyPage } from '../support/every-page.ts'
import { aMember, aPost, firstBoards, PASSWORD } from '../support/factories.ts'
import { fillSite } from '../support/filled-site.ts'
import type { Page } from '../support/page.ts'
import { type SharedCache, startSharedCache } from '../support/shared-cache.ts'
import { useSite } from '../support/site.ts'

const SECONDS = 5
const site = useSite({ TRUST_PROXY: '1', EDGE_CACHE_SECONDS: String(SECONDS) })

const look = (page: Page) => ({
  status: page.status,
  lang: page.root.querySelector('html')?.getAttribute('lang'),
  theme: page.root.querySelector('html')?.getAttribute('data-theme'),
  density: page.root.querySelector('html')?.getAttribute('data-density'),
  member: page.has('[action="/logout"]') ? page.text('.head__name') : null,
  told: page.has('.flash') ? page.text('.flash') : null,
  title: page.text('title'),
})

const at = (url: string, agent: Agent): Agent => {
  const same = createAgent(url, { headers: agent.headers })
  for (const [name, value] of agent.cookies) same.cookies.set(name, value)
  return same
}

async function logInAt(url: string, login: string, agent = createAgent(url)): Promise<Agent> {
  await agent.submit(await agent.get('/login'), 'form#login', { login, password: PASSWORD })
  return agent
}

describe.each([
  ['that was told the rules', documentedRules],
  ['that was told nothing and keeps to the standard', {}],
])('through a greedy shared cache %s', (_name, rules) => {
  let cache: SharedCache
  beforeAll(async () => {
    cache = await startSharedCache(site.url, rules)
  })
  afterEach(() => {
    const wrong = cache.stored.filter(({ url, asked, headers, body }) => {
      // Files say by themselves how long they hold.
      if (!String(headers['content-type']).startsWith('text/html')) return headers['set-cookie'] !== undefined
      const byWhom = /madang\.sid|flash|theme|lang|density/.test(asked.cookie ?? '')
      return (
        headers['set-cookie'] !== undefined || byWhom || url.includes('/console') || /name="_csrf"|\/logout/.test(body.toString('latin1'))
      )
    })
    expect(wrong.map(({ url }) => url)).toEqual([])
    cache.empty()
  })
  afterAll(() => cache.close())

  test('every page is shown to everybody as it is shown past it, whoever read the address before', { timeout: 120_000 }, async () => {
    const filled = await fillSite(site)
    // Of all other pages the standard alone says enough: they must not be kept.
    const kinds = everyPage.filter((kind) => !kind.sends && (rules.ignoresVary || kind.as === 'guest'))
    const paths = [...new Set(kinds.map(({ path }) => path(filled)))]
    const english = createAgent(site.url, { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    const dark = createAgent(site.url)
    dark.cookies.set('theme', 'dark')
    const chose = createAgent(site.url)
    for (const [name, value] of [
      ['lang', 'en'],
      ['density', 'compact'],
    ] as const)
      chose.cookies.set(name, value)
    const readers = {
      guest: createAgent(site.url),
      member: filled.people.member.agent,
      english,
      owner: filled.people.owner.agent,
      dark,
      chose,
    }
    const differing: string[] = []
    for (const [index, path] of paths.entries()) {
      const order = Object.entries(readers)
      // Each comes first somewhere.
      order.push(...order.splice(0, index % order.length))
      for (const [name, reader] of order) {
        const [past, through] = [await at(site.url, reader).get(path), await at(cache.url, reader).get(path)]
        if (JSON.stringify(look(through)) !== JSON.stringify(look(past))) differing.push(`${path}, ${name}`)
      }
    }
    expect(differing).toEqual([])
    expect(cache.stored.length).toBeGreaterThan(20)
  })

  test('who logs in is a member with the next page, and who logs out is a guest; what they are told is told to nobody else', async () => {
    await firstBoards(site)
    const mina = await aMember(site, '미나')
    const [browser, other] = [createAgent(cache.url), createAgent(cache.url)]
    for (const reader of [browser, other, browser]) expect(look(await reader.get('/free')).member).toBe(null)
    await logInAt(cache.url, mina.login, browser)
    for (let times = 0; times < 2; times += 1) {
      expect(look(await browser.get('/free')).member).toBe('미나')
      expect(look(await other.get('/free')).member).toBe(null)
    }
    const left = await browser.submit(await browser.get('/free'), 'form[action="/logout"]')
    expect(look(left)).toMatchObject({ member: null, told: expect.stringMatching(/./) })
    for (const reader of [other, browser, createAgent(cache.url)])
      for (const path of ['/', '/free']) expect(look(await reader.get(path))).toMatchObject({ member: null, told: null })
    // A session that ended elsewhere.
    browser.cookies.set('madang.sid', 's%3Agone.x')
    expect(look(await browser.get('/free')).member).toBe(null)
  })

  test('who writes reads it at once, and all others a few seconds later', async () => {
    const { free } = await firstBoards(site)
    const mina = await aMember(site, '미나')
    await aPost(site, free, mina, { title: '첫 글' })
    const writer = await logInAt(cache.url, mina.login)
    const guest = createAgent(cache.url)
    await guest.get('/free/1')
    await writer.submit(await writer.get('/free/1'), '#comment-form', { body: '방금 쓴 댓글' })
    expect((await writer.get('/free/1')).body).toContain('방금 쓴 댓글')
    // Old by what we allowed, and then once more while it asks.
    cache.advance(SECONDS + 1)
    await guest.get('/free/1')
    await new Promise((wait) => setTimeout(wait, 200))
    expect((await guest.get('/free/1')).body).toContain('방금 쓴 댓글')
    await aPost(site, free, mina, { title: '새 글' })
    cache.advance(2 * SECONDS + 1)
    expect((await guest.get('/free')).body).toContain('새 글')
  })

  test('who chooses a language or a look has it with the next page', async () => {
    await firstBoards(site)
    const reader = createAgent(cache.url)
    const page = await reader.get('/free')
    expect(look(page)).toMatchObject({ lang: 'ko', theme: 'auto' })
    await reader.submit(page, 'form[action="/preferences"]', { language: 'en' })
    expect(look(await reader.get('/free')).lang).toBe('en')
    await reader.post('/preferences', { theme: 'dark', returnTo: '/free' })
    expect(look(await reader.get('/free'))).toMatchObject({ lang: 'en', theme: 'dark' })
    expect(look(await createAgent(cache.url).get('/free'))).toMatchObject({ lang: 'ko', theme: 'auto' })
  })
})

describe('what leaves where a shared cache stands in front', () => {
  test('a guest’s page says how long it may be kept there, and under which names it is forgotten', async () => {
    const { free } = await firstBoards(site)
    await aPost(site, free, await aMember(site, '미나'), { title: '첫 글' })
    const kept = `public, max-age=0, s-maxage=${SECONDS}, stale-while-revalidate=${SECONDS}`
    for (const [path, keys] of [
      ['/', 'site front'],
      ['/free', 'site board-free'],
      ['/free?page=1', 'site board-free'],
      ['/free/1', 'site board-free post-free-1'],
      ['/terms', 'site part-terms'],
    ] as const) {
      const answer = await site.visitor().request(path)
      const said = ['cache-control', 'surrogate-key', 'cache-tag', 'set-cookie'].map((name) => answer.headers.get(name))
      expect([path, ...said]).toEqual([path, kept, keys, keys.replaceAll(' ', ','), null])
      const again = await site
        .visitor()
        .request(path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '', 'cache-control': 'max-age=0' } })
      expect([again.status, again.headers.get('cache-control'), again.headers.get('surrogate-key')]).toEqual([304, kept, keys])
    }
  })

  test('and everything else that it may not: redirects, errors, forms, files that nobody named', async () => {
    await firstBoards(site)
    const mina = await aMember(site, '미나')
    const outside = site.visitor()
    for (const [agent, path] of [
      [mina.agent, '/free'],
      [mina.agent, '/free/write'],
      [mina.agent, '/me'],
      [outside, '/me'],
      [outside, '/no-such-board'],
      [outside, '/free/write'],
      [outside, '/day.svg'],
      [createAgent(site.url, { headers: { 'accept-language': 'en' } }), '/free'],
    ] as const) {
      const said = (await agent.request(path)).headers.get('cache-control') ?? ''
      expect([path, /no-store|private/.test(said), /public|s-maxage/.test(said)]).toEqual([path, true, false])
    }
  })

  test('a key takes out of the cache what bears it', async () => {
    const cache = await startSharedCache(site.url, documentedRules)
    const { free } = await firstBoards(site)
    await aPost(site, free, await aMember(site, '미나'))
    const reader = createAgent(cache.url)
    for (const path of ['/', '/free', '/free/1', '/terms']) await reader.get(path)
    expect([cache.purge('post-free-1'), cache.purge('board-free'), cache.purge('site')]).toEqual([1, 1, 2])
    await cache.close()
  })
})
