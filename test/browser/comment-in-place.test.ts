import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { loadPlace } from '../../src/features/comments/comment-place.read-models.ts'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { barriersOn, ofLightAndWidth } from '../support/axe.ts'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person
let author: Person

beforeEach(async () => {
  const { free } = await firstBoards(site)
  author = await aMember(site, '글쓴이')
  mina = await aMember(site, '미나')
  await aPost(site, free, author, { title: '여기에 답니다', body: '바닷가에서 주운 조개를 나눕니다.' })
})

/** Whoever loads the page anew loses this. */
async function open(person: Person, options = {}): Promise<Page> {
  const { page } = await openAs(chromium, site, person.agent, options)
  await page.goto('/free/1')
  await ready(page)
  await page.evaluate('window.stillHere = true')
  return page
}

const said = (page: Page) => soon(() => page.locator('.comment .said').allInnerTexts())
const focused = (page: Page) => page.evaluate('document.activeElement.id')
const announced = (page: Page) => page.locator('#comments [role="status"][data-said]').textContent()
const body = (page: Page) => page.locator('#comment-body')

test('a comment and replies appear where they belong without a reload; what happened is said, and one is led there', async () => {
  const page = await open(mina)
  await body(page).fill('첫 댓글')
  await page.getByRole('button', { name: '댓글 쓰기' }).click()
  await said(page).toEqual(['첫 댓글'])
  expect([await focused(page), await announced(page), await body(page).inputValue()]).toEqual(['comment-1', '댓글을 등록했습니다.', ''])
  expect(await page.locator('[data-comment-count]').first().innerText()).toBe('1')
  // The same words once more are another comment.
  await body(page).fill('첫 댓글')
  await body(page).press('Control+Enter')
  await said(page).toEqual(['첫 댓글', '첫 댓글'])
  for (const text of ['거기에 답글', '또 답글']) {
    await page.locator('#comment-1').getByRole('link', { name: /답글/ }).click()
    await body(page).fill(text)
    await page.getByRole('button', { name: '답글 쓰기' }).click()
    await page.locator('.said', { hasText: text }).waitFor()
  }
  await page.locator('#comment-3').getByRole('link', { name: /답글/ }).click()
  await body(page).fill('답글에 답글')
  await page.getByRole('button', { name: '답글 쓰기' }).click()
  const inPlace = ['첫 댓글', '거기에 답글', '답글에 답글', '또 답글', '첫 댓글']
  await said(page).toEqual(inPlace)
  expect(await page.evaluate('window.stillHere')).toBe(true)
  await photograph(page, 'comments-in-place')
  await page.reload()
  await said(page).toEqual(inPlace)
  expect(await body(page).inputValue()).toBe('')
}, 60_000)

test('on a phone the form of a reply stands below what it answers, as wide as the screen allows, and comes back after sending', async () => {
  await mina.agent.post('/free/1/comments', { body: '무엇이든 물어보세요' })
  const page = await open(author, phone)
  await page.locator('#comment-1').getByRole('link', { name: /답글/ }).tap()
  expect(await page.locator('#comment-1 #comment-form').count()).toBe(1)
  await body(page).fill('손가락으로 답합니다')
  await photograph(page, 'reply-on-a-phone')
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await page.getByRole('button', { name: '답글 쓰기' }).tap()
  await said(page).toEqual(['무엇이든 물어보세요', '손가락으로 답합니다'])
  expect(await page.locator('.comment #comment-form').count()).toBe(0)
  expect(await page.locator('#comment-2').getAttribute('data-parent')).toBe('1')
}, 60_000)

test('what can not be sent stays, and why is said beside it: a broken line, a busy site, a locked post', async () => {
  chromium.mayTellOf(/net::ERR_|503/)
  const page = await open(mina)
  const alert = page.locator('#comment-form [role="alert"]')
  await page.route('**/free/1/comments', (route) => route.abort())
  await body(page).fill('끊긴 줄')
  await page.getByRole('button', { name: '댓글 쓰기' }).click()
  await soon(() => alert.innerText()).toContain('등록하지 못했습니다')
  await page.unroute('**/free/1/comments')
  await page.route('**/free/1/comments', (route) => route.fulfill({ status: 503, contentType: 'application/json', body: '{"error":"x"}' }))
  await page.getByRole('button', { name: '댓글 쓰기' }).click()
  await page.waitForTimeout(200)
  expect([await alert.innerText(), await body(page).inputValue()]).toEqual([expect.stringContaining('등록하지 못했습니다'), '끊긴 줄'])
  await page.unroute('**/free/1/comments')
  await page.getByRole('button', { name: '댓글 쓰기' }).click()
  await said(page).toEqual(['끊긴 줄'])
  expect(await alert.isVisible()).toBe(false)
  await site.ctx.db('posts').update({ lockedAt: new Date() })
  await body(page).fill('잠긴 뒤에')
  await page.getByRole('button', { name: '댓글 쓰기' }).click()
  await soon(() => alert.innerText()).toContain('더 이상 댓글을 쓸 수 없습니다')
  expect(await body(page).inputValue()).toBe('잠긴 뒤에')
}, 60_000)

test('whoever was logged out meanwhile logs in above the page, and the text goes as it is', async () => {
  const page = await open(mina)
  await body(page).fill('로그아웃된 사이에 쓴 글')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '댓글 쓰기' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[name="login"]').fill(mina.login)
  await dialog.locator('[name="password"]').fill('quiet-lanterns-7')
  await dialog.getByRole('button', { name: '로그인' }).click()
  await said(page).toEqual(['로그아웃된 사이에 쓴 글'])
  expect(await page.evaluate('window.stillHere')).toBe(true)
  // What the server kept of it for the log-in is no draft any more.
  expect(await site.ctx.db('drafts').whereNull('endedAt')).toEqual([])
}, 60_000)

test('a comment is changed where it stands, and put aside by Escape without losing what was typed', async () => {
  await mina.agent.post('/free/1/comments', { body: '처음 쓴 말' })
  const page = await open(mina)
  const edit = page.locator('#comment-1').getByRole('link', { name: '수정' })
  await edit.click()
  await page.locator('#edit-1-body').fill('고치던 말')
  await page.keyboard.press('Escape')
  await said(page).toEqual(['처음 쓴 말'])
  await edit.click()
  await soon(() => page.locator('#edit-1-body').inputValue()).toBe('고치던 말')
  await page.locator('#edit-1-body').press('Control+Enter')
  await said(page).toEqual(['고치던 말'])
  expect([await page.evaluate('window.stillHere'), await announced(page), await focused(page)]).toEqual([
    true,
    '댓글을 고쳤습니다.',
    'comment-1',
  ])
  await photograph(page, 'comment-edited')
}, 60_000)

test('a deleted comment can be had back for a while where it stood; after that the offer goes', async () => {
  for (const [text, parent] of [
    ['첫째', ''],
    ['답글', '1'],
    ['둘째', ''],
  ] as const)
    await mina.agent.post('/free/1/comments', { body: text, parent })
  const page = await open(mina)
  const remove = (number: number) => page.locator(`#comment-${number}`).getByRole('link', { name: '삭제' }).click()
  const undo = page.getByRole('button', { name: '되돌리기' })
  await remove(3)
  await said(page).toEqual(['첫째', '답글'])
  await undo.click()
  await said(page).toEqual(['첫째', '답글', '둘째'])
  await remove(1)
  await soon(() => page.locator('#comment-1').innerText()).toBe('삭제된 댓글입니다.')
  expect(await page.locator('[data-comment-count]').first().innerText()).toBe('2')
  await photograph(page, 'comment-undo')
  await undo.click()
  await said(page).toEqual(['첫째', '답글', '둘째'])
  await page.clock.install()
  await remove(3)
  await undo.waitFor()
  await page.clock.runFor(11_000)
  await soon(() => undo.count()).toBe(0)
  expect(await page.evaluate('window.stillHere')).toBe(true)
  expect(await site.ctx.db('posts').first('commentCount')).toEqual({ commentCount: 2 })
}, 60_000)

test('nothing that appears while one writes keeps a reader out, on a phone in the dark and on a desk in daylight', async () => {
  for (const said of ['첫째', '**둘째** `코드`\n\n> 인용', '셋째']) await mina.agent.post('/free/1/comments', { body: said })
  const page = await open(mina, { colorScheme: 'dark', viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })
  await page.locator('#comment-1').getByRole('link', { name: '수정' }).click()
  await page.locator('#edit-1-body').waitFor()
  await page.locator('#comment-3').getByRole('link', { name: '삭제' }).click()
  await page.getByRole('button', { name: '되돌리기' }).waitFor()
  await body(page).fill('**미리** 봅니다')
  await page.locator('#comment-form').getByRole('button', { name: '미리보기' }).click()
  await page.locator('[data-preview] strong').waitFor()
  await photograph(page, 'writing-states-dark-360')
  expect([await page.evaluate('document.documentElement.scrollWidth'), await barriersOn(page)]).toEqual([360, []])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await photograph(page, 'writing-states-light-1280')
  expect(await barriersOn(page, ofLightAndWidth)).toEqual([])
}, 60_000)

test('an answer that is being written stands below what it answers after the page was loaded anew', async () => {
  for (const said of ['첫째', '둘째']) await author.agent.post('/free/1/comments', { body: said })
  const page = await open(mina)
  await page.locator('#comment-1').getByRole('link', { name: /답글/ }).click()
  await body(page).fill('첫째에게 쓰던 답')
  await page.reload()
  await ready(page)
  await soon(() => page.locator('#comment-1 #comment-body').inputValue()).toBe('첫째에게 쓰던 답')
  await body(page).press('Control+Enter')
  await said(page).toEqual(['첫째', '첫째에게 쓰던 답', '둘째'])
  await page.reload()
  await ready(page)
  expect(await body(page).inputValue()).toBe('')
}, 60_000)

test('who comments on a post while they read an earlier page of its comments is led to the page where theirs stands', async () => {
  const place = await loadPlace(site.ctx, author.viewer, { board: 'free', number: 1 })
  for (let said = 0; said < 101; said += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, at) => createComment(site.ctx, author.viewer, place, { body: `말 ${said + at}` })))
  }
  const page = await open(mina)
  await body(page).fill('맨 끝에 서는 말')
  await body(page).press('Control+Enter')
  await page.waitForURL('**/free/1?comments=2#comment-121')
  await soon(() => page.locator('#comment-121 .said').innerText()).toBe('맨 끝에 서는 말')
  expect(await page.evaluate('window.stillHere')).toBeUndefined()
}, 60_000)
