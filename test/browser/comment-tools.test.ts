import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { dropped, pasted } from './pictures.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person
let page: Page

beforeEach(async () => {
  const { free } = await firstBoards(site)
  const author = await aMember(site, '글쓴이')
  mina = await aMember(site, '미나')
  await aPost(site, free, author, { title: '여기에 답니다', body: '바닷가에서 주운 조개를\n나눕니다.' })
  await author.agent.post('/free/1/comments', { body: '먼저 답니다' })
  page = (await openAs(chromium, site, mina.agent)).page
  await page.goto('/free/1')
  await ready(page)
})

const body = () => page.locator('#comment-body')
const written = () => body().inputValue()
const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name })

/** As somebody selects with the mouse. */
const select = (selector: string) => page.evaluate(`getSelection().selectAllChildren(document.querySelector(${JSON.stringify(selector)}))`)

test('tools put their marks around what is chosen, undo takes them back, and the whole bar is one stop of the tab key', async () => {
  await body().fill('굵게')
  await body().selectText()
  await tool('굵게').click()
  expect(await written()).toBe('**굵게**')
  await page.keyboard.press('Control+z')
  expect(await written()).toBe('굵게')
  await body().fill('한 줄\n두 줄')
  await body().selectText()
  await tool('코드 글자').click()
  expect(await written()).toBe('```\n한 줄\n두 줄\n```')
  await tool('굵게').focus()
  await page.keyboard.press('ArrowRight')
  expect(await tool('기울임').evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.id')).toBe('comment-body')
}, 60_000)

test('a preview shows what the comment will be, in place of the text, and the text comes back', async () => {
  const look = page.locator('#comment-form').getByRole('button', { name: '미리보기' })
  await body().fill('**굵은** 말')
  await look.click()
  const preview = page.locator('[data-preview] strong')
  await soon(() => preview.innerText()).toBe('굵은')
  expect(await body().isVisible()).toBe(false)
  await photograph(page, 'comment-preview')
  await look.click()
  expect([await body().isVisible(), await written()]).toEqual([true, '**굵은** 말'])
}, 60_000)

test('an emoji is found by its Korean name, and stands where the cursor was', async () => {
  await body().fill('앞뒤')
  await body().press('ArrowLeft')
  await tool('이모지').click()
  await page.getByLabel('이모지 찾기').fill('고양이')
  await page.locator('[data-emoji-grid] button').first().waitFor()
  await photograph(page, 'comment-emoji')
  await page.getByLabel('이모지 찾기').press('Enter')
  await soon(written).toMatch(/^앞\p{Emoji}.*뒤$/u)
}, 60_000)

test('what is selected in the post is quoted into the form; what is selected in a comment is answered with it', async () => {
  const quote = page.locator('.quote-button', { hasText: '인용' })
  await select('.post .text')
  await quote.click()
  await soon(written).toBe('> 바닷가에서 주운 조개를\n> 나눕니다.\n\n')
  expect(await page.evaluate('document.activeElement.id')).toBe('comment-body')
  await body().fill('')
  await select('#comment-1 .said')
  await photograph(page, 'quote-button')
  await quote.click()
  await soon(written).toBe('> 먼저 답니다\n\n')
  await body().pressSequentially('고맙습니다')
  await body().press('Control+Enter')
  await soon(() => page.locator('#comment-2 blockquote').innerText()).toBe('먼저 답니다')
  expect(await page.locator('#comment-2').getAttribute('data-parent')).toBe('1')
}, 60_000)

test('pictures that are pasted or dropped go up, stand in the text and in the comment; sending waits for them', async () => {
  await body().fill('조개 사진')
  await pasted(body(), '조개.png')
  await soon(written).toContain('![조개](/files/')
  await dropped(body(), '바다.png')
  await body().press('Control+Enter')
  await soon(() => page.locator('#comment-2 .said img').count()).toBe(2)
  const picture = page.locator('#comment-2 .said img').first()
  await soon(() => picture.evaluate((img: { naturalWidth?: number }) => img.naturalWidth)).toBeGreaterThan(0)
  expect([await written(), await page.locator('#comment-form .upload').count()]).toEqual(['', 0])
  await photograph(page, 'comment-pictures')
}, 60_000)

test('a Korean keyboard: Enter is a new line, no syllable is lost or doubled, and one press sends once', async () => {
  const keyboard = await page.context().newCDPSession(page)
  const open = (text: string) => keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const close = (text: string) => keyboard.send('Input.insertText', { text })
  await body().focus()
  for (const state of ['ㅎ', '하', '한']) await open(state)
  await page.keyboard.press('Control+Enter')
  await close('한')
  await page.keyboard.press('Enter')
  for (const state of ['ㄱ', '그', '글']) await open(state)
  expect(await site.ctx.db('comments').count({ n: '*' }).first()).toEqual({ n: 1 })
  await close('글')
  expect(await written()).toBe('한\n글')
  await Promise.all([page.keyboard.press('Control+Enter'), page.keyboard.press('Control+Enter')])
  await soon(() => page.locator('#comment-2 .said').innerText()).toBe('한\n글')
  expect(await written()).toBe('')
  // The next syllable begins anew.
  await body().focus()
  for (const state of ['ㄷ', '다']) await open(state)
  await close('다')
  expect(await written()).toBe('다')
  expect(await site.ctx.db('comments').orderBy('id').pluck('body')).toEqual(['먼저 답니다', '한\n글'])
}, 60_000)
