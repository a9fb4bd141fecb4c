import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenLine, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { startWebProcesses, type WebProcess } from '../support/web-processes.ts'

const site = useSite()
const chromium = useChromium()
const running = new Set<WebProcess>()
let mina: Person

beforeEach(async () => {
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '같이 고치는 글', body: '첫 문단입니다.\n\n둘째 문단입니다.\n\n셋째 문단입니다.' })
})

afterEach(async () => {
  for (const web of running) await web.end()
  running.clear()
})

const bodyOf = (page: Page) => page.getByLabel('내용').inputValue()
const bodies = async () => (await site.ctx.db('drafts').whereNull('endedAt')).map(({ fields }) => JSON.parse(fields).body)
const small = { viewport: { width: 360, height: 740 }, hasTouch: true } as const

test('a draft goes on over a server that is killed, is away, and comes back', async () => {
  const [web] = await startWebProcesses(site, 1, new Date().toISOString())
  if (!web) throw new Error('no process')
  running.add(web)
  const { context, page } = await openAs(chromium, { ...site, url: web.url }, mina.agent)
  await page.goto('/free/write')
  await ready(page)
  await page.getByLabel('내용').fill('서버가 죽기 전')
  await soon(bodies).toEqual(['서버가 죽기 전'])
  chromium.mayTellOf(brokenLine)
  await web.kill()
  running.delete(web)
  await page.getByLabel('내용').fill('서버가 죽은 뒤에 더 쓴 글')
  await page.getByRole('button', { name: '임시저장' }).click()
  await soon(() => page.locator('[data-draft-state]').textContent()).toContain('이 브라우저에 있고')
  // It comes back where it was: what the browser asks of the old address is answered by the new process.
  await context.route(`${web.url}/**`, async (route) => {
    const asked = new URL(route.request().url())
    const answer = await context.request.fetch(site.url + asked.pathname + asked.search, {
      method: route.request().method(),
      headers: { ...(await route.request().allHeaders()), origin: site.url, host: new URL(site.url).host, 'sec-fetch-site': 'same-origin' },
      data: route.request().postDataBuffer() ?? undefined,
      maxRedirects: 0,
    })
    // The page may have gone while it was asked.
    await route.fulfill({ response: answer }).catch(() => {})
  })
  await page.getByRole('button', { name: '임시저장' }).click()
  await soon(bodies).toEqual(['서버가 죽은 뒤에 더 쓴 글'])
  await context.unrouteAll({ behavior: 'ignoreErrors' })
}, 90_000)

test('two browsers change one post: the second sees both texts, joins them by keyboard at 360 px, and nothing is lost', async () => {
  const desk = await openAs(chromium, site, mina.agent)
  const phone = await openAs(chromium, site, mina.agent, small)
  for (const { page } of [desk, phone]) {
    await page.goto('/free/1/edit')
    await ready(page)
  }
  await desk.page.getByLabel('내용').fill('첫 문단입니다.\n\n둘째 문단을 책상에서 고쳤다.\n\n셋째 문단입니다.')
  await desk.page.getByRole('button', { name: '저장', exact: true }).click()
  await desk.page.waitForURL('**/free/1')

  const { page } = phone
  await page.getByLabel('내용').fill('첫 문단을 전화기에서 고쳤다.\n\n둘째 문단입니다.\n\n셋째 문단입니다.')
  await page.getByLabel('제목').press('Enter')
  await soon(() => page.locator('.flash').innerText()).toContain('합쳐 두었습니다')
  await ready(page)
  expect(await bodyOf(page)).toBe('첫 문단을 전화기에서 고쳤다.\n\n둘째 문단을 책상에서 고쳤다.\n\n셋째 문단입니다.')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  await page.getByText('내가 쓴 글 전체', { exact: true }).first().press('Enter')
  await page.getByRole('button', { name: '이 글로 채우기' }).first().press('Enter')
  await soon(() => bodyOf(page)).toBe('첫 문단을 전화기에서 고쳤다.\n\n둘째 문단입니다.\n\n셋째 문단입니다.')
  await page.keyboard.press('Control+z')
  await soon(() => bodyOf(page)).toContain('책상에서')
  await page.getByLabel('제목').press('Enter')
  await page.waitForURL('**/free/1')
  const { source } = await site.ctx.db('post_bodies').first('source')
  expect(source).toContain('전화기에서 고쳤다.\n\n둘째 문단을 책상에서')
  expect(await bodies()).toEqual([])
}, 90_000)

test('by keyboard alone, at 360 px: a draft is found, looked at, brought back to an earlier state and gone on with', async () => {
  const { page } = await openAs(chromium, site, mina.agent, small)
  await page.goto('/free/write')
  await ready(page)
  await page.getByLabel('내용').fill('먼저 쓴 것이 더 나았다')
  await soon(bodies).toEqual(['먼저 쓴 것이 더 나았다'])
  await page.getByLabel('내용').fill('나중에 고친 것')
  await soon(bodies).toEqual(['나중에 고친 것'])
  await page.goto('/me')
  await page.getByRole('link', { name: '임시저장 글' }).press('Enter')
  await page.getByRole('link', { name: /미리보기/ }).press('Enter')
  await page.getByRole('link', { name: /이전/ }).press('Enter')
  await soon(() => page.locator('.draft-preview .text').innerText()).toBe('먼저 쓴 것이 더 나았다')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  await page.getByRole('button', { name: '이 시점으로 되돌리기' }).press('Enter')
  await page.waitForURL('**/free/write?draft=*')
  expect(await bodyOf(page)).toBe('먼저 쓴 것이 더 나았다')
  await ready(page)
  await page.getByLabel('제목').fill('되돌린 글')
  await page.getByLabel('제목').press('Enter')
  await page.waitForURL('**/free/2')
}, 90_000)

test('a comment that is being written is there again after its tab died, and gone once it was sent', async () => {
  const { context, page } = await openAs(chromium, site, mina.agent, small)
  await page.goto('/free/1')
  await ready(page)
  await page.locator('#comment-body').fill('길게 쓰던 댓글')
  await page.close()
  const next = await context.newPage()
  await next.goto(`${site.url}/free/1`)
  await soon(() => next.locator('#comment-body').inputValue()).toBe('길게 쓰던 댓글')
  await next.getByRole('button', { name: '댓글 쓰기' }).click()
  await soon(() => next.locator('.said').allInnerTexts()).toEqual(['길게 쓰던 댓글'])
  await ready(next)
  expect(await next.locator('#comment-body').inputValue()).toBe('')
}, 90_000)
