import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { brokenLine, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, logIn, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '먼저 있던 글' })
})

const drafts = () => site.ctx.db('drafts').whereNull('endedAt')
const savedBodies = async () => (await drafts()).map(({ fields }) => JSON.parse(fields).body)
const open = async (path = '/free/write') => {
  const { context, page } = await openAs(chromium, site, mina.agent)
  await page.goto(path)
  await ready(page)
  return { context, page }
}
const bodyOf = (page: Page) => page.getByLabel('내용').inputValue()

test('saving waits for three seconds without a key, takes one request, and none while a syllable is composed', async () => {
  const { context, page } = await open()
  const requests: string[] = []
  page.on('request', (request) => request.url().endsWith('/free/drafts') && requests.push(request.url()))
  await page.getByLabel('내용').pressSequentially('글자 하나하나', { delay: 60 })
  await soon(savedBodies).toEqual(['글자 하나하나'])
  expect(requests).toHaveLength(1)
  await soon(() => page.locator('[data-draft-state]').textContent()).toContain('임시저장했습니다')

  const keyboard = await context.newCDPSession(page)
  await page.getByLabel('내용').focus()
  await keyboard.send('Input.imeSetComposition', { text: '안녀', selectionStart: 2, selectionEnd: 2 })
  await page.waitForTimeout(4_000)
  expect(requests).toHaveLength(1)
  await keyboard.send('Input.insertText', { text: '안녕' })
  await soon(savedBodies).toEqual(['글자 하나하나안녕'])
  expect(requests).toHaveLength(2)
})

test('a page that is closed within those seconds has saved as it went, and its draft is offered on another device', async () => {
  const { page } = await open()
  await page.getByLabel('제목').fill('닫힌 창의 글')
  await page.getByLabel('내용').fill('저장하기 전에 닫았다')
  await page.close({ runBeforeUnload: true })
  await soon(savedBodies).toEqual(['저장하기 전에 닫았다'])

  const phone = await open()
  expect(await phone.page.locator('.draft-offer').innerText()).toContain('닫힌 창의 글')
  await phone.page.getByRole('link', { name: '이어 쓰기' }).click()
  expect(await bodyOf(phone.page)).toBe('저장하기 전에 닫았다')
  await phone.page.getByRole('button', { name: '등록' }).click()
  await phone.page.waitForURL('**/free/2')
  expect(await drafts()).toEqual([])
})

test('a browser that dies, and a server that can not be reached, cost nothing that was typed', async () => {
  const { context, page } = await open()
  chromium.mayTellOf(brokenLine)
  await page.route('**/free/drafts', (route) => route.abort())
  await page.getByLabel('내용').fill('선이 끊긴 채 쓴 글')
  await soon(() => page.locator('[data-draft-state]').textContent()).toContain('이 브라우저에 있고')
  const crashed = await context.newPage()
  await page.close()
  expect(await drafts()).toEqual([])
  await crashed.goto(`${site.url}/free/write`)
  await crashed.getByRole('button', { name: '그 내용으로 바꾸기' }).click()
  await soon(() => bodyOf(crashed)).toBe('선이 끊긴 채 쓴 글')
  await soon(savedBodies).toEqual(['선이 끊긴 채 쓴 글'])
})

test('of two tabs with one draft the older one is told, and neither text is lost', async () => {
  const { context, page: first } = await open()
  await first.getByLabel('내용').fill('처음 쓴 글')
  await soon(savedBodies).toEqual(['처음 쓴 글'])
  const second = await context.newPage()
  await second.goto(first.url())
  await ready(second)
  await second.getByLabel('내용').fill('둘째 창에서 고친 글')
  await soon(savedBodies).toEqual(['둘째 창에서 고친 글'])
  await first.getByLabel('내용').fill('첫 창에서 늦게 고친 글')
  await soon(() => first.locator('[data-draft-words]').innerText()).toContain('다른 창이나 기기에서도')
  expect(await savedBodies()).toEqual(['둘째 창에서 고친 글'])
  await first.getByRole('link', { name: '더 새로운 내용 열기' }).click()
  await soon(() => bodyOf(first)).toBe('둘째 창에서 고친 글')
  expect((await site.ctx.db('draft_versions')).map(({ fields }) => JSON.parse(fields).body)).toContain('첫 창에서 늦게 고친 글')
})

test('who was logged out in between logs in on the page of the form, and goes on', async () => {
  const { page } = await open()
  await page.getByLabel('내용').fill('로그인이 끝나기 전')
  await soon(savedBodies).toEqual(['로그인이 끝나기 전'])
  await mina.agent.post('/logout', {})
  await page.getByLabel('내용').fill('로그인이 끝난 뒤에도 이어 쓴 글')
  await page.getByRole('link', { name: '여기서 로그인' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('아이디').fill(mina.login)
  await dialog.getByLabel('비밀번호').fill('wrong-words-1')
  await page.keyboard.press('Enter')
  await soon(() => dialog.getByRole('alert').innerText()).not.toBe('')
  await dialog.getByLabel('비밀번호').fill('quiet-lanterns-7')
  await page.keyboard.press('Enter')
  await soon(savedBodies).toEqual(['로그인이 끝난 뒤에도 이어 쓴 글'])
  await page.getByLabel('제목').fill('다시 이어서')
  await page.getByRole('button', { name: '등록' }).click()
  await page.waitForURL('**/free/2')
  mina.agent = await logIn(site, mina.login)
})

test('a reload opens the same draft, and what was posted is offered no more', async () => {
  const { page } = await open()
  await page.getByLabel('제목').fill('새로 고침')
  await page.getByLabel('내용').fill('아직 쓰는 중')
  await page.reload()
  await soon(() => bodyOf(page)).toBe('아직 쓰는 중')
  await page.getByRole('button', { name: '등록' }).click()
  await page.waitForURL('**/free/2')
  await page.goto(`${site.url}/free/write`)
  await ready(page)
  expect([await bodyOf(page), await page.locator('.draft-offer').count(), await page.locator('[data-draft-trouble]').isVisible()]).toEqual([
    '',
    0,
    false,
  ])
})

test('a draft that is open in two windows says so in both, until one of them is closed', async () => {
  const { context, page } = await open()
  await page.getByLabel('내용').fill('두 창에서')
  await soon(savedBodies).toEqual(['두 창에서'])
  const second = await context.newPage()
  await second.goto(page.url())
  const told = (window: Page) => window.locator('[data-draft-trouble]')
  for (const window of [page, second]) await soon(() => told(window).innerText()).toContain('다른 창에서도 열려')
  await second.close({ runBeforeUnload: true })
  await soon(() => told(page).isVisible()).toBe(false)
  expect(await bodyOf(page)).toBe('두 창에서')
})
