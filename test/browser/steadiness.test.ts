import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { otherLooks } from '../support/filled-looks.ts'
import { fillSite } from '../support/filled-site.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const watchShifts = `{
  window.shifts = 0
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifts += shift.value }).observe({ type: 'layout-shift', buffered: true })
}`

/** Browsers and their reports give three digits. */
const asReported = (shifts: number): string => shifts.toFixed(3)

async function shiftsOn(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.locator('footer').scrollIntoViewIfNeeded()
  await page.waitForTimeout(200)
  return page.evaluate<number>('window.shifts')
}

test.each([
  ['on a desk', { viewport: { width: 1280, height: 900 } }],
  ['on a small phone', { viewport: { width: 360, height: 740 }, hasTouch: true }],
])(
  'no list moves under the eyes of its reader, whatever its look, %s',
  async (_where, screen) => {
    const { people } = await fillSite(site)
    for (const agent of [null, people.member.agent]) {
      const { page } = await openAs(chromium, site, agent, { ...screen, cookies: { editor: 'rich' } })
      await page.addInitScript(watchShifts)
      // What a guest's browser remembers from before is marked by script, after the page was drawn.
      if (agent === null) {
        await page.goto('/free')
        await page.evaluate(`localStorage.setItem('read-posts', JSON.stringify(Array.from({ length: 99 }, (_, id) => [id, 0])))`)
      }
      const paths = ['/free', ...otherLooks.map((look) => `/look-${look}`)]
      // A machine that is busy may get a part of the font just after the first paint: a letter a hair narrower, once in the life of a browser.
      for (const path of paths) expect(await shiftsOn(page, path), `${path}, without fonts`).toBeLessThan(0.002)
      for (const path of paths) expect(asReported(await shiftsOn(page, path)), path).toBe('0.000')
    }
  },
  120_000,
)

test('nothing moves under the eyes of who reads a post with pictures', async () => {
  const filled = await fillSite(site)
  const { page } = await openAs(chromium, site, null, { viewport: { width: 390, height: 844 } })
  await page.addInitScript(watchShifts)
  for (const path of [filled.posts.picture, filled.posts.rich, filled.posts.long, '/']) {
    expect(await shiftsOn(page, path), `${path}, without fonts`).toBeLessThan(0.002)
    expect(asReported(await shiftsOn(page, path)), path).toBe('0.000')
  }
})
