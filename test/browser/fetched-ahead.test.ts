import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { settledDays } from '../features/visits/counting.ts'
import { useChromium } from '../support/browser.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const pages = async () => {
  await settledDays(site)
  return site.ctx.db('visit_pages as p').join('visit_names as n', 'n.id', 'p.pageId').orderBy('n.name').select('n.name', 'p.views')
}

test.each(['prefetch', 'prerender'] as const)('a page that a %s fetched counts when it is shown, and not before', async (how) => {
  const { page } = await chromium.open({ bypassCSP: true })
  await page.goto(`${site.url}/terms`, { waitUntil: 'networkidle' })
  const rules = JSON.stringify({ [how]: [{ source: 'list', urls: ['/privacy'], eagerness: 'immediate' }] })
  await page.evaluate(
    `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: ${JSON.stringify(rules)} }))`,
  )
  await sleep(1_500)
  expect(await pages()).toEqual([{ name: '/terms', views: 1 }])
  await page.evaluate("location.href = '/privacy'")
  await page.waitForURL('**/privacy')
  // Else it was fetched anew, and nothing was proved. (Without a screen Chromium makes a prefetch of a prerender.)
  expect(await page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType")).toBe('navigational-prefetch')
  await sleep(300)
  expect(await pages()).toEqual([
    { name: '/privacy', views: 1 },
    { name: '/terms', views: 1 },
  ])
})

test('a page that comes back out of the memory of the browser is seen once more', async () => {
  const { page } = await chromium.open()
  await page.goto(`${site.url}/terms`, { waitUntil: 'networkidle' })
  await page.goto(`${site.url}/privacy`, { waitUntil: 'networkidle' })
  await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
  await sleep(300)
  expect(await pages()).toEqual([
    { name: '/privacy', views: 2 },
    { name: '/terms', views: 1 },
  ])
})
