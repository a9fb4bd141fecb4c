import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { ready, soon, useChromium } from '../support/browser.ts'
import { aMember, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { becomes, koreanKeyboard, openEditor, written } from './editing.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  await firstBoards(site)
  mina = await aMember(site, '미나')
  for (const name of ['동네책방', '동녘', 'jun_']) await aMember(site, name)
})

const offers = (page: Page) => page.locator('.offers [role=option]:visible').allInnerTexts()
const offered = (page: Page, names: string[]) => soon(() => offers(page)).toEqual(names)
/** How far the list lies from the line in which one writes, and what of it is beyond the screen. */
const lies = (page: Page, caret: string) =>
  page.evaluate<{ far: number; beyond: number }>(`(async () => {
    const list = document.querySelector('.offers:not([hidden])').getBoundingClientRect()
    const line = ${caret}
    const far = Math.round(list.top >= line.bottom ? list.top - line.bottom : line.top - list.bottom);
    return { far, beyond: Math.max(0, -list.left, list.right - document.documentElement.clientWidth) }
  })()`)
const selection = 'getSelection().getRangeAt(0).getBoundingClientRect()'

async function rich(options = {}): Promise<Page> {
  const { page } = await openAs(chromium, site, mina.agent, { cookies: { editor: 'rich' }, ...options })
  await openEditor(page)
  await ready(page)
  await page.locator('.ProseMirror').click()
  return page
}

test('in the editor, by keyboard: names beside the line, chosen by Enter, sent as a call', async () => {
  const page = await rich()
  await page.keyboard.type('첫 줄')
  await page.keyboard.press('Enter')
  await page.keyboard.type('같이 볼까요 @동')
  await offered(page, ['동네책방', '동녘'])
  expect(await page.locator('.offers:not([hidden]) + [role=status]').innerText()).toBe('회원 2명')
  const { far, beyond } = await lies(page, selection)
  expect([far < 12, beyond]).toEqual([true, 0])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.offers [aria-selected=true]').innerText()).toBe('동녘')
  expect(await page.locator('.ProseMirror').getAttribute('aria-activedescendant')).toBe('editor-text-list-1')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await offered(page, [])
  await page.keyboard.type('님')
  await becomes(page, '첫 줄\n\n같이 볼까요 @동네책방님')
  await page.keyboard.type(' @jun')
  await offered(page, ['jun_'])
  await page.keyboard.press('Escape')
  await offered(page, [])
  await page.keyboard.type('_ 둘이서')
  await page.locator('#field-title').fill('책 모임')
  await page.locator('.form__acts [value=publish]').click()
  await page.waitForSelector('.post .text a')
  expect(await page.locator('.post .text a').allInnerTexts()).toEqual(['@동네책방', '@jun_'])
}, 60_000)

test('in the editor Enter is a new line while nothing is marked, and code calls nobody', async () => {
  const page = await rich()
  await page.keyboard.type('@동')
  await offered(page, ['동네책방', '동녘'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('다음')
  await offered(page, [])
  await becomes(page, '@동\n\n다음')
  await page.keyboard.press('Enter')
  await page.keyboard.type('```')
  await page.keyboard.press('Enter')
  await page.keyboard.type('write@동 ')
  await page.waitForTimeout(400)
  expect(await offers(page)).toEqual([])
}, 60_000)

test('on a phone a syllable that is being composed counts by its letters; what is pressed meanwhile is written once', async () => {
  const page = await rich({ viewport: { width: 360, height: 740 }, hasTouch: true })
  const keyboard = await koreanKeyboard(page)
  await page.keyboard.type('안녕 @')
  expect(await keyboard.open('ㄷ', '도', '동')).toEqual(['안녕 @ㄷ', '안녕 @도', '안녕 @동'])
  await keyboard.close('동')
  expect((await keyboard.open('ㄴ', '네')).at(-1)).toBe('안녕 @동네')
  await offered(page, ['동네책방'])
  const { far, beyond } = await lies(page, selection)
  expect([far < 12, beyond]).toEqual([true, 0])
  await page.locator('.offers [role=option]').tap()
  await becomes(page, '안녕 @동네책방')
  expect(await page.evaluate('document.activeElement.id')).toBe('editor-text')
  await page.keyboard.type('!')
  await becomes(page, '안녕 @동네책방!')
}, 60_000)

test('in the field of Markdown the list lies beside the line in which one writes', async () => {
  const page = await rich({ viewport: { width: 360, height: 740 } })
  await page.locator('.editor__bar .editor__switch').click()
  const field = page.locator('#field-body')
  await field.fill('가\n\n'.repeat(12))
  await page.keyboard.type('이 줄에서 @동')
  await offered(page, ['동네책방', '동녘'])
  const { far, beyond } = await lies(
    page,
    "await import('/' + document.querySelector('script[src*=main]').src.split('/').slice(3, -1).join('/') + '/mentions/beside-caret.js').then(({ caretIn }) => caretIn(document.activeElement))",
  )
  expect([far < 12, beyond]).toEqual([true, 0])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect((await written(page)).endsWith('이 줄에서 @동네책방')).toBe(true)
  await page.locator('.editor__plain .editor__switch').click()
  await page.locator('.ProseMirror').waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' @ju')
  await offered(page, ['jun_'])
}, 60_000)
