import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { guest } from '../../src/context.ts'
import { changeSettings } from '../../src/features/settings/settings.service.ts'
import type { VisitLook } from '../../src/features/settings/visit-settings.types.ts'
import { ready, soon, useChromium } from '../support/browser.ts'
import { firstBoards } from '../support/factories.ts'
import { phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const set = (visitLook: VisitLook) => changeSettings(site.ctx, guest, { visitLook })

/** A best day and a total as they were; today is whoever looks. */
async function someDays(total: number): Promise<void> {
  await site.ctx.db('visit_days').where('day', '2026-01-05').delete()
  await site.ctx.db('visit_days').insert({ day: '2026-01-05', visitors: total, pageViews: 1 })
}

describe('the day of the best figure, where a look has no room for it', () => {
  const shown = (page: Page) =>
    page.locator('.counter__best small').evaluate((day) => day.ownerDocument.defaultView.getComputedStyle(day).opacity)

  test.each<[string, BrowserContextOptions]>([
    ['with script', {}],
    ['without script', { javaScriptEnabled: false }],
  ])('shows under the pointer and by the keys, %s', async (_name, options) => {
    await firstBoards(site)
    await someDays(3_806)
    for (const look of ['line', 'badge'] as const) {
      await set(look)
      const { page, context } = await chromium.open({ ...options, baseURL: site.url })
      await page.goto('/')
      if (options.javaScriptEnabled !== false) await ready(page)
      expect(await shown(page)).toBe('0')
      await page.locator('.counter__best').hover()
      await soon(() => shown(page)).toBe('1')
      expect(await page.locator('.counter__best small').textContent()).toBe('2026-01-05')
      await page.mouse.move(0, 0)
      await soon(() => shown(page)).toBe('0')
      await page.locator('.side a').last().focus()
      await page.keyboard.press('Shift+Tab')
      await soon(() => shown(page)).toBe('1')
      await page.keyboard.press('Escape')
      await soon(() => shown(page)).toBe(options.javaScriptEnabled === false ? '1' : '0')
      await context.close()
    }
  })

  test('shows under a finger, and goes with the next touch elsewhere', async () => {
    await firstBoards(site)
    await someDays(3_806)
    await set('badge')
    const { page } = await chromium.open({ ...phone, javaScriptEnabled: false, baseURL: site.url })
    await page.goto('/')
    await page.locator('.counter__best').tap()
    await soon(() => shown(page)).toBe('1')
    await page.locator('.counter').tap({ position: { x: 2, y: 2 } })
    await soon(() => shown(page)).toBe('0')
  })
})

/** What ran while a page was open: each state of a figure as the eye saw it, with the text that stood there for the ear. */
const watching = `
  window.ran = []
  window.shifts = 0
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const place = target.closest('[data-visits]')
      if (target.dataset.now !== undefined)
        window.ran.push([place.dataset.visits, [...place.querySelectorAll('[data-figure]')].map((part) => part.dataset.now ?? part.textContent).join(''), place.textContent.trim()])
    }
  }).observe(document, { subtree: true, attributeFilter: ['data-now'] })
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifts += shift.value }).observe({ type: 'layout-shift', buffered: true })
`
type Ran = [name: string, seen: string, text: string][]

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await chromium.open({ ...options, baseURL: site.url })
  await page.addInitScript(watching)
  return page
}

/** Another look at the page, when the figures have stopped. */
async function look(page: Page): Promise<{ ran: Ran; shifts: number }> {
  await page.goto('/terms')
  await page.locator('.counter').scrollIntoViewIfNeeded()
  await page.waitForTimeout(1_500)
  expect(await page.locator('[data-now]').count()).toBe(0)
  return page.evaluate('({ ran, shifts })')
}

const grow = (page: Page, seen: object) => page.evaluate(`localStorage.setItem('visits', '${JSON.stringify(seen)}')`)

test.each<VisitLook>(['table', 'line', 'badge', 'digits'])(
  'what has grown since the last look runs up to it once, as %s: nothing moves, nothing else is heard',
  async (kind) => {
    await firstBoards(site)
    await someDays(10_020)
    await set(kind)
    const page = await open()
    // Figures may be some seconds old, of the test before.
    await expect.poll(async () => (await site.visitor().get('/terms')).text('.counter')).toContain('10,020')
    expect((await look(page)).ran).toEqual([])
    const before = await look(page)
    expect(before.ran.filter(([name]) => name === 'best')).toEqual([])
    await grow(page, { best: 8 })
    const { ran, shifts } = await look(page)
    const seen = ran.map(([, figure]) => figure)
    expect(new Set(ran.map(([name]) => name))).toEqual(new Set(['best']))
    const values = seen.map((figure) => Number(figure.replace(/\D/g, '')))
    expect(values).toEqual([...values].sort((one, other) => one - other))
    expect(values.at(0)).toBeGreaterThanOrEqual(8)
    expect(values.at(0)).toBeLessThan(5_000)
    expect(values.at(-1)).toBeLessThan(10_020)
    expect(new Set(seen.map(({ length }) => length))).toEqual(new Set([6]))
    for (const [, , text] of ran) expect(text.replace(/\s+/g, ' ')).toBe('10,020 2026-01-05')
    expect(shifts).toBe(0)
    expect((await look(page)).ran).toEqual([])
  },
)

test('nothing runs for who wants less motion, nor where the browser keeps nothing', async () => {
  await firstBoards(site)
  await someDays(10_020)
  const calm = await open({ reducedMotion: 'reduce' })
  await look(calm)
  await grow(calm, { best: 5 })
  expect((await look(calm)).ran).toEqual([])
  const forgetful = await open()
  await forgetful.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })")
  for (let times = 0; times < 2; times += 1) expect((await look(forgetful)).ran).toEqual([])
})
