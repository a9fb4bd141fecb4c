import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { simulateVisits } from '../../src/corpus/visits/simulate-visits.ts'
import { dayOf, shiftDay } from '../../src/lib/time/zone.ts'
import { settledDays } from '../features/visits/counting.ts'
import { barriersOn } from '../support/axe.ts'
import { photograph, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
const ZONE = 'Asia/Seoul'
let owner: Person

beforeEach(async () => {
  owner = await aMember(site, '주인', { level: 10 })
  const { free } = await firstBoards(site)
  for (const title of ['옥상 텃밭 일기', '=SUM(A1:A9) 수식처럼 생긴 제목']) await aPost(site, free, owner, { title })
  await site.ctx.db('posts').update({ createdAt: new Date(site.clock.now().getTime() - 90 * 86_400_000) })
  // Who logged in to write was counted.
  await settledDays(site, 300)
  await simulateVisits(site.ctx, { days: 120, visitors: 240, zone: ZONE, seed: 5, rawDays: 0, rawVisitors: 0 })
})

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '통계 나누어 보기' }).getByRole('link', { name, exact: true })
const chartReady = (page: Page) => soon(() => page.locator('svg[tabindex="0"]').count()).toBeGreaterThan(0)

test('an owner at a desk finds by keyboard how the site does, beside other days and on one board, and takes it along as a file', {
  timeout: 60_000,
}, async () => {
  const { page } = await openAs(chromium, site, owner.agent, { viewport: { width: 1280, height: 900 }, acceptDownloads: true })
  await page.goto('/console/visitors')
  await chartReady(page)
  await page.locator('section[aria-labelledby=days] .chart__wide').focus()
  await page.keyboard.press('End')
  expect(await page.locator('section[aria-labelledby=days] output').textContent()).toContain('아직 안 끝남')

  await page.getByText('기간과 비교 고르기').focus()
  await page.keyboard.press('Enter')
  const today = dayOf(site.clock.now(), ZONE)
  await page.getByLabel('첫날', { exact: true }).fill(shiftDay(today, -20))
  await page.getByLabel('끝날').fill(shiftDay(today, -11))
  await page.getByLabel('비교', { exact: true }).selectOption('days')
  await page.locator('#statistics-days').getByLabel('게시판').selectOption('free')
  await page.getByLabel('비교할 첫날').fill(shiftDay(today, -60))
  await page.keyboard.press('Enter')
  await page.waitForURL(/compareFrom=/)
  const days = page.locator('section[aria-labelledby=days]')
  await days.getByText('표로 보기').click()
  expect(await days.locator('tbody tr').count()).toBe(10)
  expect(await days.locator('thead').textContent()).toContain('고른 날부터')
  expect(await barriersOn(page)).toEqual([])

  // The chosen days and the board stay on every page.
  await part(page, '페이지').click()
  await page.waitForURL(/\/pages\?.*board=free/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('section[aria-labelledby=post]').getByRole('link', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`읽은 사람이 많은 글 ${shiftDay(today, -20)} ${shiftDay(today, -11)}.csv`)
  // A spreadsheet takes it for words.
  expect(await readFile(await download.path(), 'utf8')).toMatch(/'=SUM\(A1:A9\)/)
  await page.locator('section[aria-labelledby=post]').getByRole('link', { name: '옥상 텃밭 일기' }).click()
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('옥상 텃밭 일기')
  await photograph(page, 'owner-post-life')
})

test('an owner on a phone reads values by finger, and nothing scrolls sideways', { timeout: 60_000 }, async () => {
  const { page } = await openAs(chromium, site, owner.agent, { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true })
  await page.goto('/console/visitors')
  for (const name of ['시간', '유입', '페이지', '읽는 사람', '봇', '검색과 404', '한눈에']) {
    await part(page, name).tap()
    await soon(() => part(page, name).getAttribute('aria-current')).toBe('page')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  }
  await chartReady(page)
  const chart = page.locator('section[aria-labelledby=days] .chart')
  await chart.locator('.chart__narrow .spot').nth(15).tap()
  expect(await chart.locator('output').textContent()).toMatch(/고른 기간 [\d,]+ · 앞선 기간 .*[\d,]+/)
  await page.locator('section[aria-labelledby=days]').getByText('표로 보기').tap()
  expect(await page.locator('section[aria-labelledby=days] tbody tr').count()).toBe(30)
  await photograph(page, 'owner-statistics-phone')
})
