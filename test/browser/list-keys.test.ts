import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

async function aLongBoard() {
  const board = await aBoard(site, { slug: 'free', nameKo: '자유게시판', pageSize: 10 })
  const mina = await aMember(site, '미나')
  for (let count = 1; count <= 25; count += 1) await aPost(site, board, mina, { title: `${count}번째 글` })
  return { board, mina }
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent.trim()')

test('a member reads from the front page to a post and back by keyboard alone', async () => {
  const { mina } = await aLongBoard()
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free')
  await ready(page)
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  expect(await focused(page)).toBe('24번째 글')
  await page.keyboard.press('n')
  await page.waitForURL('**/free?page=2')
  await ready(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('14번째 글')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/free/14*')
  await ready(page)
  await page.keyboard.press('u')
  await page.waitForURL('**/free?page=2*')
  await soon(() => page.locator('.row.is-last .t').textContent()).toBe('14번째 글')
  await ready(page)
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('13번째 글')
  await page.keyboard.press('p')
  await page.waitForURL('**/free')
  await ready(page)
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('board-search')
  // Letters of a word that is looked for are letters.
  await page.keyboard.type('jkn')
  expect([await page.locator('#board-search').inputValue(), new URL(page.url()).search]).toEqual(['jkn', ''])
  await page.locator('h1').click()
  await page.keyboard.press('c')
  await page.waitForURL('**/free/write')
})

test('the keys work where the keyboard writes Hangul, and let shortcuts of the browser be', async () => {
  await aLongBoard()
  const { page } = await chromium.open({ baseURL: site.url })
  await page.goto('/free')
  await ready(page)
  const press = (init: object) =>
    page.evaluate(
      `void document.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ bubbles: true, cancelable: true, ...init })}))`,
    )
  await press({ key: 'ㅓ', code: 'KeyJ' })
  await press({ key: 'Process', code: 'KeyJ' })
  expect(await focused(page)).toBe('24번째 글')
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
    await press({ key: 'j', code: 'KeyJ', ...held })
  expect(await focused(page)).toBe('24번째 글')
})

test('a help tells all keys; switched off there, none does anything, and that is kept', async () => {
  await aLongBoard()
  const { page } = await chromium.open({ baseURL: site.url })
  await page.goto('/free')
  await ready(page)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: '단축키' })
  await soon(() => help.isVisible()).toBe(true)
  expect(await help.locator('dt').allTextContents()).toEqual(['j', 'k', 'o', 'n', 'p', 'u', 'c', '/', '?'])
  await photograph(page, 'list-keys-help')
  const remembered = page.waitForResponse('**/preferences')
  await help.getByRole('button', { name: '단축키 끄기' }).click()
  await remembered
  await help.getByRole('button', { name: '닫기' }).click()
  await page.keyboard.press('j')
  expect(await page.locator('.row:focus-within').count()).toBe(0)
  await page.reload()
  await ready(page)
  await page.keyboard.press('n')
  await page.keyboard.press('j')
  expect([new URL(page.url()).search, await page.locator('.row:focus-within').count()]).toEqual(['', 0])
  // The button still leads to the switch.
  await page.getByRole('button', { name: '단축키' }).click()
  expect(await help.getByRole('button', { name: '단축키 끄기' }).getAttribute('aria-pressed')).toBe('true')
})
