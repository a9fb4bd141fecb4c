import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { soon, useChromium } from '../support/browser.ts'
import { aMember, firstBoards } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { moveTo, openEditor, written } from './editing.ts'
import { dropped, pasted } from './pictures.ts'

const site = useSite()
const chromium = useChromium()
let page: Page

beforeEach(async () => {
  await firstBoards(site)
  const mina = await aMember(site, '미나')
  page = (await openAs(chromium, site, mina.agent, { cookies: { editor: 'rich' } })).page
  await openEditor(page)
})

const editor = () => page.locator('.ProseMirror')
const picture = (name: string) => new RegExp(String.raw`!\[${name}\]\(/files/\w{32}/[^ )]+\)`)

test('a picture that is pasted or dropped into the text stands in it, uploaded, between the words where it came', async () => {
  await editor().focus()
  await page.keyboard.type('앞')
  await page.keyboard.press('Enter')
  await pasted(editor(), '바다.png')
  await soon(() => written(page)).toMatch(picture('바다'))
  await soon(() => editor().locator('img[src^="/files/"]').count()).toBe(1)
  await moveTo(page, 'Control+End')
  await page.keyboard.type('뒤')
  await dropped(editor(), '산.png')
  await soon(() => written(page)).toMatch(picture('산'))
  await soon(() => editor().locator('img[src^="/files/"]').count()).toBe(2)
  await soon(() => written(page)).toMatch(/^앞\n\n!\[바다\].+\n\n뒤\n\n!\[산\]/)
  await page.getByLabel('제목').fill('두 장')
  await page.getByRole('button', { name: '등록', exact: true }).click()
  await page.waitForURL('**/free/1')
  expect(await page.locator('.post .text img').evaluateAll((all) => all.map((image) => image.getAttribute('alt')))).toEqual(['바다', '산'])
  expect(await page.locator('.post .text').innerText()).toContain('뒤')
})

test('its words for who cannot see it, and those below it, are written in the list of files and stand in the text at once', async () => {
  await editor().focus()
  await pasted(editor(), '바다.png')
  await soon(() => written(page)).toMatch(picture('바다'))
  await page.locator('.uploads > li [data-act="describe"]').click()
  await page.getByRole('textbox', { name: '대체 텍스트' }).fill('저녁 바다')
  await page.getByRole('textbox', { name: '사진 아래에 보일 설명' }).fill('둘째 날')
  await page.keyboard.press('Tab')
  await soon(() => editor().locator('img[src^="/files/"]').getAttribute('alt')).toBe('저녁 바다')
  await soon(() => editor().locator('img[src^="/files/"]').getAttribute('title')).toBe('둘째 날')
  await soon(() => written(page)).toMatch(/!\[저녁 바다\]\(\/files\/[^ )]+ "둘째 날"\)/)
})
