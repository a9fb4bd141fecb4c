import { expect, test } from 'vitest'
import { type FirstVisit, firstVisit, type Line, smallPhone } from '../../bench/phone/first-visit.ts'
import { useChromium } from '../support/browser.ts'
import { fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

/** So slow that nothing comes before the page is drawn. Bytes, shifts and waits are the page's own; times are the machine's, and the bench's. */
const slow = { latency: 150, downKbps: 800, upKbps: 400 }
const fast = { latency: 0, downKbps: 100_000, upKbps: 100_000 }

async function visit(path: string, line: Line, options: object = smallPhone): Promise<FirstVisit> {
  const { page, context } = await chromium.open(options)
  // The one in five that is measured loads more.
  await page.addInitScript("Object.defineProperty(navigator, 'globalPrivacyControl', { value: false })")
  const felt = await firstVisit(page, site.url + path, line)
  await context.close()
  return felt
}

const total = (bytes: Record<string, number>) => Object.values(bytes).reduce((sum, each) => sum + each, 0)

test('the first page that a phone sees is light, asks for nothing twice and waits for one style sheet alone', async () => {
  const { posts } = await fillSite(site)
  for (const path of ['/free', '/', posts.rich, posts.picture]) {
    const { bytes, cls, paths, waitedFor } = await visit(path, slow)
    expect(bytes['Stylesheet'], path).toBeLessThan(25_000)
    expect(bytes['Script'], path).toBeLessThan(20_000)
    expect(total(bytes) - (path === posts.picture ? (bytes['Image'] ?? 0) : 0), path).toBeLessThan(120_000)
    expect(bytes['Font'], path).toBeUndefined()
    expect(cls, path).toBe(0)
    expect(waitedFor, path).toEqual([expect.stringMatching(/\/css\/main\.css$/)])
    expect(new Set(paths).size, path).toBe(paths.length)
  }
}, 120_000)

test('a desk draws with Pretendard, of which one slice is asked for before the page is read to its end', async () => {
  await fillSite(site)
  const { paths, waitedFor, bytes } = await visit('/free', fast, {})
  expect(bytes['Font']).toBeGreaterThan(30_000)
  expect(paths.filter((path) => path.endsWith('.woff2'))[0]).toMatch(/subset\.91\.woff2$/)
  expect(waitedFor.map((path) => path.split('/').at(-1)).sort()).toEqual(['main.css', 'pretendard.css'])
}, 60_000)
