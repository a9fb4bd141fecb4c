import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { barriersOn } from '../support/axe.ts'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let board: Board
let mina: Person
let suho: Person
let path: string

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', votes: 'up', bestComments: 3, bestVotes: 1 })
  mina = await aMember(site, '미나')
  suho = await aMember(site, '수호')
  path = `/free/${(await aPost(site, board, mina, { title: '축제 이야기', body: '긴 글입니다.\n\n'.repeat(10) })).number}`
})

const say = (body: string, parent = '') => mina.agent.post(`${path}/comments`, { body, parent })
const saySome = async (count: number) => {
  for (let number = 1; number <= count; number += 1) await say(`${number}번째 댓글입니다.`)
}
const act = (comment: number, what: string, fields: Record<string, string> = {}, who = mina) =>
  who.agent.post(`${path}/comments/${comment}/${what}`, fields)
const edit = (comment: number, body: string, version = 1) => act(comment, 'edit', { body, version: String(version) })
const said = (page: Page, comment: number) => page.locator(`#comment-${comment} .said`).textContent({ timeout: 5_000 })
const mark = (page: Page, comment: number) => page.locator(`#comment-${comment} [data-changed]`)

/** Until its stream is there. */
async function openLive(page: Page): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().includes('/live?'))
  await page.goto(path)
  await ready(page)
  await stream
}
const asGuest = async () => {
  const { page } = await openAs(chromium, site, null, phone)
  await openLive(page)
  return page
}
const asSuho = async () => {
  const { page } = await openAs(chromium, site, suho.agent)
  await openLive(page)
  return page
}

test('what one browser changes and deletes is so in another, without a press', async () => {
  await saySome(3)
  const reader = await asGuest()
  const writer = (await openAs(chromium, site, mina.agent)).page
  await writer.goto(path)
  await ready(writer)
  await writer.locator('#comment-2 a[data-here=edit]').click()
  await writer.locator('#comment-2 .say--edit textarea').fill('두 번째를 고쳤습니다.')
  await writer.locator('#comment-2 .say--edit [type=submit]').click()
  await soon(() => said(reader, 2)).toContain('두 번째를 고쳤습니다.')
  expect(await reader.locator('#comment-2 .who').textContent()).toContain('수정됨')
  await writer.locator('#comment-3 a[data-here=delete]').click()
  await soon(() => reader.locator('.comment').count()).toBe(2)
  expect(await reader.locator('#comments-heading b').textContent()).toBe('2')
  await writer.locator('.undo-row button').click()
  await soon(() => reader.locator('.comment').evaluateAll((items) => items.map(({ id }) => id))).toEqual([
    'comment-1',
    'comment-2',
    'comment-3',
  ])
  expect(await reader.locator('.talk__live button').count()).toBe(0)
  await photograph(reader, 'live-changed')
})

test('one that stood between others goes and comes back to its place; what is hidden is a sentence', async () => {
  await saySome(3)
  const reader = await asGuest()
  await act(2, 'delete')
  await soon(() => reader.locator('#comment-2').count()).toBe(0)
  await act(2, 'undelete')
  await soon(() => reader.locator('#comment-1 + #comment-2 + #comment-3').count()).toBe(1)
  const keeper = await aMember(site, '지기', { moderates: [board] })
  await act(1, 'hide', { reason: '규칙' }, keeper)
  await soon(() => reader.locator('#comment-1 .comment__stub').count()).toBe(1)
  expect(await reader.locator('#comment-1').textContent()).not.toContain('1번째')
})

test('what is read stays where it is while one above grows and another goes', async () => {
  await saySome(30)
  const page = await asGuest()
  await page.locator('#comment-20').evaluate((item) => item.scrollIntoView({ block: 'start' }))
  const top = () => page.locator('#comment-20').evaluate((item) => Math.round(item.getBoundingClientRect().top))
  const before = await top()
  await edit(3, '길어진 글입니다.\n\n'.repeat(12))
  await soon(() => said(page, 3)).toContain('길어진')
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  await act(5, 'delete')
  await soon(() => page.locator('#comment-5').count()).toBe(0)
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
})

test('a comment that one answers waits with a mark, and the words typed are untouched', async () => {
  await saySome(2)
  const page = await asSuho()
  await page.locator('#comment-1 a[data-reply]').click()
  await page.keyboard.type('저는 다르게')
  await edit(1, '뜻이 바뀐 댓글')
  await mark(page, 1).waitFor()
  expect(await said(page, 1)).toContain('1번째')
  await page.keyboard.type(' 봅니다')
  expect(await page.locator('#comment-body').inputValue()).toBe('저는 다르게 봅니다')
  await photograph(page, 'live-changed-mark')
  expect(await barriersOn(page)).toEqual([])
  await mark(page, 1).click()
  expect(await said(page, 1)).toContain('뜻이 바뀐 댓글')
  expect(await page.evaluate('document.activeElement.id')).toBe('comment-1')
  expect(await page.locator('#comment-1 #comment-body').inputValue()).toBe('저는 다르게 봅니다')
  await page.locator('#comment-form [type=submit]').click()
  await page.locator('#comment-3').waitFor()
  expect(await page.locator('#comment-3').getAttribute('data-parent')).toBe('1')
})

test('what one answers is deleted: nothing goes under one’s hands, and with the press the form goes home with its words', async () => {
  await saySome(2)
  const page = await asSuho()
  await page.locator('#comment-1 a[data-reply]').click()
  await page.keyboard.type('그래도 답합니다')
  await act(1, 'delete')
  await mark(page, 1).click()
  await soon(() => page.locator('#comment-1').count()).toBe(0)
  expect(await page.locator('#comment-body').inputValue()).toBe('그래도 답합니다')
  expect(await page.locator('#comment-form [name=parent]').inputValue()).toBe('')
})

test('words that are selected stay so, and the comment is exchanged when they are no more', async () => {
  await saySome(2)
  const page = await asGuest()
  await page.locator('#comment-1 .said p').evaluate((words) => words.ownerDocument.getSelection()?.selectAllChildren(words))
  await edit(1, '고친 글')
  await mark(page, 1).waitFor()
  expect(await page.evaluate('getSelection().toString()')).toContain('1번째')
  await page.evaluate('getSelection().removeAllRanges()')
  await soon(() => said(page, 1)).toContain('고친 글')
  expect(await mark(page, 1).count()).toBe(0)
})

test('one’s own that is changed here waits until that is done', async () => {
  await say('처음 말')
  const { page } = await openAs(chromium, site, mina.agent)
  await openLive(page)
  await page.locator('#comment-1 a[data-here=edit]').click()
  await page.locator('.say--edit textarea').fill('여기서 고치는 중')
  await edit(1, '다른 창에서 고침')
  await page.waitForTimeout(2_000)
  expect(await page.locator('.say--edit textarea').inputValue()).toBe('여기서 고치는 중')
  await page.keyboard.press('Escape')
  await soon(() => said(page, 1)).toContain('다른 창에서 고침')
})

test('a vote changes a number and nothing else: the focus and what is unfolded stay', async () => {
  await saySome(2)
  const page = await asSuho()
  const button = page.locator('#comment-1 [data-press=up]')
  await button.focus()
  await page.evaluate("document.querySelector('#comment-1').kept = true")
  await act(1, 'vote', { vote: 'up' }, await aMember(site, '나리'))
  await soon(() => button.locator('b').textContent()).toBe('1')
  expect(await page.evaluate("document.activeElement.dataset.press + document.querySelector('#comment-1').kept")).toBe('uptrue')
}, 30_000)

test('the focus stays on what it was on when its comment is exchanged', async () => {
  await saySome(2)
  const page = await asSuho()
  await page.locator('#comment-1 a[data-reply]').focus()
  await edit(1, '고친 글')
  await soon(() => said(page, 1)).toContain('고친 글')
  await soon(() => page.evaluate('document.activeElement.dataset.reply')).toBe('1')
})

test('what stands above the threads goes with its comment', async () => {
  await saySome(6)
  await act(1, 'pin', { pin: 'yes' })
  await act(2, 'vote', { vote: 'up' }, suho)
  const page = await asGuest()
  expect(await page.locator('.on-top article').count()).toBe(2)
  await edit(1, '고친 공지')
  await soon(() => page.locator('#pinned .said').textContent({ timeout: 5_000 })).toContain('고친 공지')
  await act(2, 'delete')
  await soon(() => page.locator('#best').count()).toBe(0)
  await act(1, 'pin', { pin: 'no' })
  await soon(() => page.locator('#pinned').count()).toBe(0)
  expect(await said(page, 1)).toContain('고친 공지')
})

test('a tab that slept is right when it is looked at again', async () => {
  await saySome(2)
  const { page } = await openAs(chromium, site, null)
  await page.clock.install()
  await page.goto(path)
  await ready(page)
  await edit(1, '아직 아무도 듣지 않을 때')
  // The stream opens now, and tells what it missed.
  await page.clock.runFor(5_000)
  await soon(async () => {
    await page.clock.runFor(500)
    return said(page, 1)
  }).toContain('아직 아무도')
})

test('the mark moves nothing under who types, though it may need a line of its own', async () => {
  const talker = await aMember(site, '아주긴별명을쓰는어느사람')
  for (const body of ['하나', '둘']) await talker.agent.post(`${path}/comments`, { body })
  const { page } = await openAs(chromium, site, suho.agent, { viewport: { width: 320, height: 800 } })
  await openLive(page)
  await page.locator('#comment-1 a[data-reply]').click()
  const top = () => page.locator('#comment-body').evaluate((field) => Math.round(field.getBoundingClientRect().top))
  const height = () => page.locator('#comment-1 .who').evaluate((line) => Math.round(line.getBoundingClientRect().height))
  const before = [await top(), await height()] as const
  await act(1, 'edit', { body: '고친 글', version: '1' }, talker)
  await mark(page, 1).waitFor()
  expect(await height()).toBeGreaterThan(before[1])
  expect(Math.abs((await top()) - before[0])).toBeLessThanOrEqual(1)
})
