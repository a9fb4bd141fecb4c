import { HtmlValidate } from 'html-validate'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { guest } from '../../src/context.ts'
import type { Locale } from '../../src/lib/i18n/catalogue.ts'
import { createReaders } from '../../src/reader.ts'
import { barriersOn } from '../support/axe.ts'
import { photograph, soon, useChromium } from '../support/browser.ts'
import { galleryHtml } from '../support/chart-gallery.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

/** The gallery inside of a real page of the site: its styles, its scripts, its content policy. */
async function openGallery(options: BrowserContextOptions = {}, locale: Locale = 'ko'): Promise<Page> {
  const { page } = await chromium.open({ baseURL: site.url, reducedMotion: 'reduce', ...options })
  const gallery = galleryHtml(createReaders(site.ctx)(guest, locale, 'Asia/Seoul'))
  await page.route('**/login?gallery', async (route) => {
    const answer = await route.fetch()
    const body = await answer.text()
    const sheet = /<link rel="stylesheet" href="[^"]*main\.css">/.exec(body)?.[0].replace('main.css', 'console-pages.css')
    const shown = body.replace(/(<main[^>]*>)[\s\S]*(<\/main>)/, (_, start, end) => `${start}${sheet}${gallery}${end}`)
    await route.fulfill({ response: answer, body: shown })
  })
  await page.goto('/login?gallery')
  return page
}

const phone = { viewport: { width: 360, height: 780 } }

test.each(['ko', 'en'] as const)('the markup of every chart is valid (%s)', async (locale) => {
  const html = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'no-trailing-whitespace': 'off' },
  })
  const { results } = await html.validateString(galleryHtml(createReaders(site.ctx)(guest, locale, 'Asia/Seoul')))
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))).toEqual([])
})

test.each([
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 768, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)(
  'charts keep no reader out and words in them are never smaller than 10.5 px ($width, $colorScheme)',
  { timeout: 120_000 },
  async ({ width, colorScheme }) => {
    const page = await openGallery({ viewport: { width, height: 900 }, colorScheme })
    await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = each.closest('section').id === 'x'`)
    expect(await barriersOn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    const smallest = await page.evaluate(`Math.min(...[...document.querySelectorAll('.chart svg[role=img]')]
    .filter((svg) => svg.checkVisibility()).map((svg) => 11 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))`)
    expect(smallest).toBeGreaterThanOrEqual(10.5)
    await photograph(page, `charts-${width}-${colorScheme}`)
  },
)

test('without script every value can be read in the table and over the picture', async () => {
  const page = await openGallery({ javaScriptEnabled: false })
  const month = page.locator('section[aria-labelledby=month]')
  await month.getByText('표로 보기').click()
  expect(await month.locator('tbody tr').count()).toBe(30)
  expect(await month.locator('.chart__wide .spot title').nth(11).textContent()).toBe(
    '2026. 11. 7. (토): 방문자 기록 없음 · 앞선 30일 1,160',
  )
})

const ready = (page: Page) => soon(() => page.locator('svg[tabindex="0"]').count()).toBeGreaterThan(10)

test('arrow keys go through the values and tell each politely; Escape takes it away', async () => {
  const page = await openGallery()
  await ready(page)
  const chart = page.locator('section[aria-labelledby=weekdays] .chart')
  const tip = chart.locator('output')
  await chart.locator('.chart__wide').focus()
  await page.keyboard.press('ArrowRight')
  expect(await tip.textContent()).toBe('월: 1,410 · 앞선 기간 1,300')
  expect(await tip.getAttribute('aria-live')).toBe('polite')
  await page.keyboard.press('ArrowRight')
  expect(await tip.textContent()).toContain('화: 1,502')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  expect(await tip.textContent()).toContain('일: 기록 없음')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  expect(await tip.textContent()).toContain('월:')
  await page.keyboard.press('Escape')
  expect(await tip.textContent()).toBe('')
  expect(await chart.locator('.marker').count()).toBe(0)
})

test('in a map of hours the keys go in four directions', async () => {
  const page = await openGallery(phone)
  await ready(page)
  const chart = page.locator('section[aria-labelledby=heat] .chart')
  await chart.locator('.chart__narrow').focus()
  const told: (string | null)[] = []
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    await page.keyboard.press(key)
    told.push(((await chart.locator('output').textContent()) ?? '').split(':')[0] ?? null)
  }
  expect(told).toEqual(['월 0시', '월 1시', '월 2시', '화 2시', '화 1시', '월 1시'])
})

test('the pointer shows the value below it, inside of the screen, and takes it along', async () => {
  const page = await openGallery()
  await ready(page)
  const chart = page.locator('section[aria-labelledby=month] .chart')
  const spots = chart.locator('.chart__wide .spot')
  for (const index of [0, 15, 29]) {
    await spots.nth(index).hover()
    expect(await chart.locator('output').textContent()).toMatch(/^2026\. 1[01]\. \d+\. /)
    const box = await chart.locator('output').boundingBox()
    const frame = await chart.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual((frame?.x ?? 0) - 1)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 1)
    expect(await chart.locator('line.marker').count()).toBe(1)
    if (index === 15) await photograph(page, 'charts-hover')
  }
  await page.locator('h1').first().hover()
  expect(await chart.locator('output').textContent()).toBe('')
})

test('a finger shows a value and a touch elsewhere takes it away', async () => {
  const page = await openGallery({ ...phone, hasTouch: true, isMobile: true })
  await ready(page)
  const chart = page.locator('section[aria-labelledby=hours] .chart')
  await chart.locator('.chart__narrow .spot').nth(13).tap()
  expect(await chart.locator('output').textContent()).toContain('13시: ')
  await page.locator('h1').first().tap()
  await soon(() => chart.locator('output').textContent()).toBe('')
})
