import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { barriersOn } from '../support/axe.ts'
import { brokenLine, photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person
let path: string
let server: Server | null = null

beforeEach(async () => {
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나')
  path = `/free/${(await aPost(site, free, mina, { title: '축제 이야기', body: '긴 글입니다.\n\n'.repeat(10) })).number}`
})

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

const comment = (body: string, parent = '') => mina.agent.post(`${path}/comments`, { body, parent })
const comments = async (count: number) => {
  for (let number = 1; number <= count; number += 1) await comment(`${number}번째 댓글입니다.`)
}
const streamsOf = (context: BrowserContext) => {
  const opened: string[] = []
  context.on('request', (request) => {
    if (request.resourceType() === 'eventsource') opened.push(request.url())
  })
  return opened
}
const button = (page: Page) => page.locator('.talk__live button')
const isThere = (page: Page, text: string) => soon(() => button(page).textContent()).toBe(text)

/** Until its stream is there. */
async function openLive(page: Page, address = path): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().includes('/live?'))
  await page.goto(address)
  await ready(page)
  await stream
}

test('a comment of one browser is offered in another, and stands there after a press', async () => {
  await comments(2)
  const reader = (await openAs(chromium, site, null, phone)).page
  await openLive(reader)
  const writer = (await openAs(chromium, site, mina.agent)).page
  await writer.goto(path)
  await ready(writer)
  await writer.locator('#comment-body').fill('저도 가겠습니다!')
  await writer.locator('#comment-form [type=submit]').click()
  await isThere(reader, '새 댓글 1개 보기')
  await comment('1번에 답글', '1')
  await isThere(reader, '새 댓글 2개 보기')
  expect(await reader.locator('.talk__live').getAttribute('role')).toBe('status')
  expect(await reader.locator('.comment').count()).toBe(2)
  await button(reader).scrollIntoViewIfNeeded()
  await photograph(reader, 'live-offered')
  expect(await barriersOn(reader)).toEqual([])
  await button(reader).click()
  expect(await reader.locator('.comment').evaluateAll((items) => items.map(({ id }) => id))).toEqual([
    'comment-1',
    'comment-4',
    'comment-2',
    'comment-3',
  ])
  expect(await reader.locator('#comment-3 .said').textContent()).toContain('저도 가겠습니다!')
  expect(await reader.locator('#comments-heading b').textContent()).toBe('4')
  expect(await reader.locator('.comment.is-fresh').count()).toBe(2)
  await photograph(reader, 'live-inserted')
  await reader.locator('#comment-3').scrollIntoViewIfNeeded()
  await soon(() => reader.locator('.comment.is-fresh').count()).toBe(0)
})

test('what is read stays where it is while comments come in above', async () => {
  await comments(30)
  const { page } = await openAs(chromium, site, null)
  await openLive(page)
  await page.locator('#comment-20').evaluate((item) => item.scrollIntoView({ block: 'start' }))
  const top = () => page.locator('#comment-20').evaluate((item) => Math.round(item.getBoundingClientRect().top))
  const before = await top()
  await comment('1번에 답글', '1')
  await isThere(page, '새 댓글 1개 보기')
  expect(await top()).toBe(before)
  await button(page).click()
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  // It stands far above: the way there is offered, and led to by a press.
  await isThere(page, '새 댓글로 가기')
  await button(page).press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('comment-31')
  expect(await page.locator('#comment-31').evaluate((item) => item.previousElementSibling?.id)).toBe('comment-1')
})

test('the first comment takes the place of the words that there is none', async () => {
  const { page } = await openAs(chromium, site, null)
  await openLive(page)
  await comment('첫 댓글')
  await button(page).click()
  expect(await page.locator('.comments > li').count()).toBe(1)
  expect(await page.locator('#comments .empty').count()).toBe(0)
  expect(await page.getByRole('link', { name: '로그인하고 댓글 쓰기' }).isVisible()).toBe(true)
})

test('a comment that is deleted before anyone put it in is not offered any more', async () => {
  const { page } = await openAs(chromium, site, null)
  await openLive(page)
  await comment('잘못 쓴 말')
  await isThere(page, '새 댓글 1개 보기')
  await mina.agent.post(`${path}/comments/1/delete`, {})
  await soon(() => button(page).count()).toBe(0)
})

test('two tabs of a browser have one stream, and the second goes on when the first is closed', async () => {
  const { context, page: first } = await openAs(chromium, site, null)
  const streams = streamsOf(context)
  await openLive(first)
  const second = await context.newPage()
  await second.goto(path)
  await ready(second)
  await second.waitForTimeout(3_000)
  expect(streams).toHaveLength(1)
  await comment('모두에게')
  await Promise.all([first, second].map((page) => isThere(page, '새 댓글 1개 보기')))
  await first.close()
  await soon(() => streams.length).toBe(2)
  await comment('남은 쪽에')
  await isThere(second, '새 댓글 2개 보기')
})

test('a tab that is hidden for a minute gives its stream up, and hears of what it missed when it is looked at again', async () => {
  const { context, page } = await openAs(chromium, site, null)
  const streams = streamsOf(context)
  await page.clock.install()
  await page.goto(path)
  await ready(page)
  await page.clock.runFor(5_000)
  await soon(() => streams.length).toBe(1)
  const turn = (state: 'hidden' | 'visible') =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true })
      Object.defineProperty(document, 'hidden', { value: ${state === 'hidden'}, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))`)
  const closed = page.waitForEvent('requestfailed', (request) => request.resourceType() === 'eventsource')
  await turn('hidden')
  await page.clock.runFor(50_000)
  await page.clock.runFor(20_000)
  await closed
  await comment('아무도 안 볼 때')
  await turn('visible')
  await page.clock.runFor(1_000)
  await soon(() => streams.length).toBe(2)
  await page.clock.runFor(1_000)
  await isThere(page, '새 댓글 1개 보기')
})

test('over a restart of the server nothing is missed', async () => {
  const listen = async (port: number) => {
    const begun = createServer(createApp(site.ctx))
    await new Promise<void>((done) => begun.listen(port, '127.0.0.1', done))
    server = begun
    return (begun.address() as AddressInfo).port
  }
  const port = await listen(0)
  const { page } = await openAs(chromium, site, null, { baseURL: `http://127.0.0.1:${port}` })
  await openLive(page)
  chromium.mayTellOf(brokenLine)
  server?.closeAllConnections()
  await new Promise((closed) => server?.close(closed))
  await comment('그사이에 쓴 댓글')
  await page.waitForTimeout(1_500)
  await listen(port)
  await isThere(page, '새 댓글 1개 보기')
})

test('what one sent oneself is no news on the page that sent it', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await openLive(page)
  await page.locator('#comment-body').fill('내가 쓴 댓글')
  await page.locator('#comment-form [type=submit]').click()
  await page.locator('#comment-1').waitFor()
  await page.waitForTimeout(1_500)
  expect(await button(page).count()).toBe(0)
  expect(await page.locator('.comment').count()).toBe(1)
})

test('what stands on another page of the thread is led to', async () => {
  for (let time = 0; time < 5; time += 1) await Promise.all(Array.from({ length: 25 }, () => comment('한마디')))
  const { page } = await openAs(chromium, site, null)
  await openLive(page, `${path}?comments=1`)
  await comment('다음 쪽에')
  await isThere(page, '다른 쪽에 새 댓글 1개')
  await button(page).click()
  await page.waitForURL(/comments=2.*#comment-126$/)
  expect(await page.locator('#comment-126 .said').textContent()).toContain('다음 쪽에')
}, 60_000)

test('without script the page has neither an empty bar nor a button', async () => {
  const { page } = await openAs(chromium, site, null, { javaScriptEnabled: false })
  await page.goto(path)
  expect(await button(page).count()).toBe(0)
  expect(await page.locator('.talk__live').isVisible()).toBe(false)
})

test.each([360, 1280])(
  'what is offered stands in the air between thread and form, %i px wide: it covers neither, and nothing moves',
  async (width) => {
    await comments(1)
    const { page } = await openAs(chromium, site, (await aMember(site, '수호')).agent, { viewport: { width, height: 800 } })
    await openLive(page)
    await page.locator('.talk__live').evaluate((bar) => bar.scrollIntoView({ block: 'center' }))
    const edges = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return { top: Math.round(top), bottom: Math.round(bottom) }
      })
    const places = async () => ({ acts: (await edges('#comment-1 .do')).bottom, form: (await edges('#comment-form')).top })
    const before = await places()
    await comment('새 댓글')
    await isThere(page, '새 댓글 1개 보기')
    expect(await places()).toEqual(before)
    const { top, bottom } = await edges('.talk__live button')
    expect([top >= before.acts, bottom <= before.form, before.form - before.acts <= 56]).toEqual([true, true, true])
  },
)
