import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { fillSite } from '../support/filled-site.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

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
