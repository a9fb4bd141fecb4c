import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import { firstBoards } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'
import { browserAt, settled } from './counting.ts'

const site = useSite({ TRUST_PROXY: '1' })

const FRESH_MS = 1_100
const figuresOn = (page: Page) =>
  Object.fromEntries(['today', 'yesterday', 'best', 'total'].map((name) => [name, page.text(`[data-visits=${name}]`)]))

/** The front page as the next reader sees it, when the counter is no longer remembered from a moment ago. */
async function counterFor(browser = browserAt(site.url, '203.0.113.200', { headers: { 'user-agent': 'curl/8' } })): Promise<Page> {
  await sleep(FRESH_MS)
  // An address that nobody has asked for yet: no page that is kept for seconds.
  return browser.get(`/?reader=${randomUUID()}`)
}

describe('the counter on every page', () => {
  test('moves by exactly one for a new visitor, however much they read', async () => {
    await firstBoards(site)
    site.clock.set('2031-05-05T03:00:00Z')
    expect(figuresOn(await counterFor())).toEqual({ today: '0', yesterday: '0', best: '0', total: '0' })
    const browser = browserAt(site.url, '203.0.113.20')
    for (const path of ['/', '/free', '/']) await browser.get(path)
    await settled(site)
    expect(figuresOn(await counterFor())).toMatchObject({ today: '1', total: '1' })
    await browserAt(site.url, '203.0.113.21').get('/')
    await settled(site)
    expect(figuresOn(await counterFor())).toEqual({ today: '2', yesterday: '0', best: '2 2031-05-05', total: '2' })
  })

  test('begins a new day at midnight, with yesterday, best day and total right', async () => {
    await firstBoards(site)
    site.clock.set('2032-06-09T14:59:30Z')
    await site.ctx.db('visit_days').insert([
      { day: '2032-06-01', visitors: 3_806, pageViews: 9_000 },
      { day: '2032-06-08', visitors: 2_154, pageViews: 5_000 },
      { day: '2032-06-09', visitors: 1_684, pageViews: 4_000 },
    ])
    expect(figuresOn(await counterFor())).toEqual({ today: '1,684', yesterday: '2,154', best: '3,806 2032-06-01', total: '7,644' })
    site.clock.set('2032-06-09T15:00:00Z')
    // At once: the next page after midnight, not the first new visitor.
    const bot = browserAt(site.url, '203.0.113.200', { headers: { 'user-agent': 'curl/8' } })
    expect(figuresOn(await bot.get('/'))).toEqual({ today: '0', yesterday: '1,684', best: '3,806 2032-06-01', total: '7,644' })
  })

  test('tells who is here now: readers of the last five minutes, each once', async () => {
    await firstBoards(site)
    site.clock.set('2033-05-05T03:00:00Z')
    const one = browserAt(site.url, '203.0.113.30')
    await one.get('/')
    await one.get('/free')
    const refuses = browserAt(site.url, '203.0.113.31', { keepCookies: false })
    await refuses.get('/')
    await refuses.get('/free')
    await settled(site)
    expect((await counterFor()).text('[aria-label=접속자집계] .counter__online')).toContain('2')
    site.clock.advance(5 * 60_000)
    expect((await counterFor()).text('[aria-label=접속자집계] .counter__online')).toContain('0')
  })
})

describe('when a day is over', () => {
  test('the key that told visitors without cookies apart is destroyed, with what it made', async () => {
    site.clock.set('2026-11-24T03:00:00Z')
    await browserAt(site.url, '203.0.113.40').get('/terms')
    await settled(site)
    expect(await site.ctx.db('visits').whereNotNull('anonymousKey')).toHaveLength(1)

    site.clock.set('2026-11-24T17:00:00Z') // 02:00 of the next day: visits may still wait to be written
    expect(await closeVisitDays(site.ctx)).toBe(0)
    site.clock.set('2026-11-24T19:05:00Z')
    expect(await closeVisitDays(site.ctx)).toBe(1)
    expect(await closeVisitDays(site.ctx)).toBe(0)
    expect(await site.ctx.db('visit_keys')).toEqual([])
    expect(await site.ctx.db('visits').whereNotNull('anonymousKey')).toEqual([])
    expect(await site.ctx.db('visits')).toHaveLength(1)
  })

  test('nothing that is kept names an address or a browser', async () => {
    await browserAt(site.url, '203.0.113.41', { headers: { 'user-agent': 'Mozilla/5.0 Peculiar/1.0 (KHTML, like Gecko)' } }).get('/terms')
    await settled(site)
    const kept = JSON.stringify([await site.ctx.db('visits'), await site.ctx.db('visit_days'), await site.ctx.redis.keys('*')])
    expect(kept).not.toContain('203.0.113.41')
    expect(kept).not.toContain('Peculiar')
  })
})
