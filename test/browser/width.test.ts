import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { everyPage } from '../support/every-page.ts'
import { fillSite, type Role } from '../support/filled-site.ts'
import { openAs, openKind, readerAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

test('no page scrolls sideways on the narrowest phone', { timeout: 90_000 }, async () => {
  const filled = await fillSite(site)
  const tabs = new Map<Role, Page>()
  const tooWide: string[] = []
  for (const kind of everyPage) {
    const tab =
      tabs.get(kind.as) ?? (await openAs(chromium, site, readerAs(filled, kind.as), { viewport: { width: 360, height: 740 } })).page
    tabs.set(kind.as, tab)
    await openKind(tab, filled, kind)
    const [needed, wideOnes] = await widthOf(tab)
    if (needed > 360) tooWide.push(`${kind.name}: ${needed}px ${wideOnes.join(' ')}`)
  }
  expect(tooWide).toEqual([])
})

test('nothing moves under the eyes of who reads a post with pictures', async () => {
  const filled = await fillSite(site)
  const { page } = await openAs(chromium, site, null, { viewport: { width: 390, height: 844 } })
  await page.addInitScript(`{
    window.shifts = 0
    new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifts += shift.value }).observe({ type: 'layout-shift', buffered: true })
  }`)
  for (const path of [filled.posts.picture, filled.posts.long, '/']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.locator('footer').scrollIntoViewIfNeeded()
    await page.waitForTimeout(200)
    expect(await page.evaluate('window.shifts'), path).toBeLessThan(0.05)
  }
})

/** How wide the page is, and what makes it so. */
const widthOf = (tab: Page): Promise<[number, string[]]> =>
  tab.evaluate(`[
    document.documentElement.scrollWidth,
    [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > 361).map((element) => element.tagName + '.' + element.className).slice(0, 5),
  ]`)
