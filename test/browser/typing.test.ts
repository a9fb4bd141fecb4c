import { beforeEach, expect, test } from 'vitest'
import { ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '여기에 답니다' })
})

const comments = () => site.ctx.db('comments').orderBy('id').pluck('body')
const titles = () => site.ctx.db('posts').orderBy('id').pluck('title')

test('while a syllable is being composed no key sends the comment; afterwards one press sends it once', async () => {
  const { context, page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/1')
  await ready(page)
  const keyboard = await context.newCDPSession(page)
  await page.locator('#comment-body').focus()
  await keyboard.send('Input.imeSetComposition', { text: '안녀', selectionStart: 2, selectionEnd: 2 })
  await page.keyboard.press('Enter')
  await keyboard.send('Input.imeSetComposition', { text: '안녕', selectionStart: 2, selectionEnd: 2 })
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(300)
  expect(await comments()).toEqual([])

  await keyboard.send('Input.insertText', { text: '안녕하세요' })
  const typed = await page.locator('#comment-body').inputValue()
  expect(typed).toContain('안녕하세요')
  await page.keyboard.press('Control+Enter')
  await soon(() => page.locator('.said').allInnerTexts()).toHaveLength(1)
  expect(await comments()).toHaveLength(1)
})

test('who presses publish twice, or comes back by the back button and presses again, has posted once', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/write')
  await page.getByLabel('제목').fill('한 번만')
  await page.getByLabel('내용').fill('두 번 눌러도')
  await page.getByRole('button', { name: '등록' }).dblclick()
  await page.waitForURL('**/free/2')
  expect(await titles()).toEqual(['여기에 답니다', '한 번만'])

  await page.goBack()
  await page.getByRole('button', { name: '등록' }).click()
  await page.waitForTimeout(500)
  expect(await titles()).toEqual(['여기에 답니다', '한 번만'])
})

test('Enter in the title sends the post as its main button does, and not as the button for pictures', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/write')
  await page.getByLabel('내용').fill('내용부터 썼습니다')
  await page.getByLabel('제목').fill('끝에 쓴 제목')
  await page.getByLabel('제목').press('Enter')
  await page.waitForURL('**/free/2')
  expect(await titles()).toEqual(['여기에 답니다', '끝에 쓴 제목'])
})

test('what was being written is there again after a reload, and gone once it was posted', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/write')
  await ready(page)
  await page.getByLabel('제목').fill('쓰던 글')
  await page.getByLabel('내용').fill('아직 쓰는 중')
  await page.reload()
  await soon(() => page.getByLabel('내용').inputValue()).toBe('아직 쓰는 중')
  expect(await page.getByLabel('제목').inputValue()).toBe('쓰던 글')
  await page.getByRole('button', { name: '등록' }).click()
  await page.waitForURL('**/free/2')
  await page.goto('/free/write')
  await ready(page)
  expect(await page.getByLabel('내용').inputValue()).toBe('')
})

test('who has only a keyboard skips to the text, and reaches, fills and sends the comment form', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/1')
  const focused = () => page.locator(':focus')
  await page.keyboard.press('Tab')
  expect(await focused().textContent()).toBe('본문 바로가기')
  expect((await focused().boundingBox())?.y).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  await soon(() => focused().getAttribute('id')).toBe('main')
  for (let presses = 0; presses < 30 && (await focused().getAttribute('id')) !== 'comment-body'; presses += 1) {
    await page.keyboard.press('Tab')
    const outline = await focused().evaluate((element) => element.ownerDocument.defaultView.getComputedStyle(element).outlineStyle)
    expect(outline, await focused().innerText()).not.toBe('none')
  }
  await page.keyboard.type('손으로 쓴 댓글')
  for (const button of ['미리보기', '댓글 쓰기']) {
    await page.keyboard.press('Tab')
    expect((await focused().textContent())?.trim()).toBe(button)
  }
  await page.keyboard.press('Enter')
  await soon(() => page.locator('.said').allInnerTexts()).toEqual(['손으로 쓴 댓글'])
})
