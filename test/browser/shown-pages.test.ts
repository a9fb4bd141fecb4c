import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settled, settledDays } from '../features/visits/counting.ts'
import { soon, useChromium } from '../support/browser.ts'
import { documentedRules } from '../support/edge-readers.ts'
import { type SharedCache, startSharedCache } from '../support/shared-cache.ts'
import { useSite } from '../support/site.ts'

const site = useSite({ TRUST_PROXY: '1', EDGE_CACHE_SECONDS: '30' })
const chromium = useChromium()
let cache: SharedCache
beforeAll(async () => {
  cache = await startSharedCache(site.url, documentedRules)
})
beforeEach(() => cache.empty())
afterAll(() => cache.close())

const pages = async () => {
  await settledDays(site)
  const named = site.ctx.db('visit_pages as p').join('visit_names as n', 'n.id', 'p.pageId')
  return named.orderBy(['n.name', 'p.views']).select('n.name', 'p.views')
}
const askedFor = (path: string) => cache.answers.filter((answer) => answer.includes(` ${path}`)).length

/** @param told how often pages have told in all, once this one has */
async function read(page: Page, path: string, told: number): Promise<void> {
  await page.goto(cache.url + path)
  await soon(() => askedFor('/visitors/shown.svg')).toBe(told)
}

test.each([
  ['with script', true],
  ['without script', false],
])('each page that a browser %s shows out of a shared cache counts once, and each browser', async (_name, javaScriptEnabled) => {
  const [{ page: one }, { page: other }] = [await chromium.open({ javaScriptEnabled }), await chromium.open({ javaScriptEnabled })]
  // The first page of each is told once more, to see whether its cookie comes back.
  await read(one, '/terms', 2)
  expect((await one.context().cookies()).map(({ name }) => name)).toEqual(['visitor'])
  await read(other, '/terms', 4)
  await read(other, '/privacy', 5)
  await read(other, '/terms', 6)
  await read(one, '/privacy', 7)
  expect(await settled(site)).toEqual({ visitors: 2, pageViews: 5 })
  expect(await pages()).toEqual([
    { name: '/privacy', views: 1 },
    { name: '/privacy', views: 1 },
    { name: '/terms', views: 1 },
    { name: '/terms', views: 2 },
  ])
  expect(askedFor('/visitors/shown.svg')).toBe(7)
  expect(cache.answers.filter((answer) => /^HIT \/(terms|privacy)$/.test(answer))).toHaveLength(3)
})

test('a page that was fetched ahead out of a shared cache counts when it is shown, and not before', async () => {
  const { page } = await chromium.open({ bypassCSP: true })
  await read(page, '/terms', 2)
  const rules = JSON.stringify({ prefetch: [{ source: 'list', urls: ['/privacy'], eagerness: 'immediate' }] })
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: ${JSON.stringify(rules)} }))`,
  )
  await sleep(1_500)
  expect(await pages()).toEqual([{ name: '/terms', views: 1 }])
  await page.evaluate("location.href = '/privacy'")
  await page.waitForURL('**/privacy')
  await sleep(500)
  expect(await pages()).toEqual([
    { name: '/privacy', views: 1 },
    { name: '/terms', views: 1 },
  ])
})

test('a page that comes back out of the memory of the browser is seen once more', async () => {
  const { page } = await chromium.open()
  await read(page, '/terms', 2)
  await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
  await sleep(500)
  expect(await pages()).toEqual([{ name: '/terms', views: 2 }])
})
