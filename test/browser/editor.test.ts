import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { editorBundles } from '../../src/lib/views/editor-bundle.ts'
import { brokenLine, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { becomes, moveTo, openEditor, written } from './editing.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person
let free: Board
let page: Page

beforeEach(async () => {
  free = (await firstBoards(site)).free
  mina = await aMember(site, '미나')
  page = (await openAs(chromium, site, mina.agent, { cookies: { editor: 'rich' } })).page
})

const tool = (name: string) => page.locator(`[data-act="${name}"]`)
const answer = async (fields: Record<string, string> = {}) => {
  const dialog = page.locator('dialog[open]')
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
  await dialog.getByRole('button', { name: '확인' }).click()
}

test('the bundle is smaller than 150 KB on its way, and only writing pages ask for it', async () => {
  const bundles = new Map(editorBundles(join(import.meta.dirname, '../..')))
  expect(gzipSync(bundles.get('editor') ?? '').length).toBeLessThan(150_000)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/free')
  await ready(page)
  expect(asked.filter((path) => /editor/.test(path))).toEqual([])
})

test('whoever has a keyboard alone reaches every tool and gets out again', async () => {
  await openEditor(page)
  await page.locator('.ProseMirror').focus()
  await page.keyboard.type('굵은 말')
  await moveTo(page, 'Control+a')
  await page.keyboard.press('Alt+F10')
  const focused = () => page.locator(':focus').getAttribute('data-act')
  expect(await focused()).toBe('undo')
  for (let steps = 0; (await focused()) !== 'bold' && steps < 20; steps += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await becomes(page, '**굵은 말**')
  await page.keyboard.press('Alt+F10')
  expect(await focused()).toBe('bold')
  expect(await tool('bold').getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('Home')
  expect(await focused()).toBe('undo')
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator(':focus').innerText()).toBe('마크다운으로 쓰기')
  await page.keyboard.press('Escape')
  expect(await page.locator(':focus').getAttribute('id')).toBe('editor-text')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('id')).not.toBe('editor-text')
})

test('Markdown is a choice that is remembered; going there and back loses nothing', async () => {
  await openEditor(page)
  await page.locator('.ProseMirror').focus()
  await page.keyboard.type('# ')
  await page.keyboard.type('제목')
  await page.keyboard.press('Enter')
  await tool('underline').click()
  await page.keyboard.type('밑줄')
  const chosen = page.waitForResponse('**/preferences')
  await page.getByRole('button', { name: '마크다운으로 쓰기' }).click()
  await chosen
  const text = page.getByLabel('내용')
  expect(await text.inputValue()).toBe('# 제목\n\n<u>밑줄</u>')
  await text.fill('# 제목\n\n<u>밑줄</u>\n\n- [x] 한 일')
  await page.getByRole('button', { name: '편집기로 쓰기' }).click()
  await page.locator('.ProseMirror [role=checkbox]').waitFor()
  await moveTo(page, 'Control+End')
  await page.keyboard.type('!')
  await becomes(page, '# 제목\n\n<u>밑줄</u>\n\n- [x] 한 일!')
  await page.getByRole('button', { name: '마크다운으로 쓰기' }).click()
  await page.waitForTimeout(300)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/free/write')
  await ready(page)
  expect(await page.locator('.toolbar').isVisible()).toBe(true)
  expect(asked.filter((url) => url.endsWith('/js/editor.js'))).toEqual([])
})

test('a post that is opened and saved keeps its source to the letter; one that is changed keeps all that it said', async () => {
  const source = '* 별로 쓴 목록\n* 둘\n\n말[^1]\n\n[^1]: 각주\n\n|가|나|\n|-|-|\n|1|2|'
  await aPost(site, free, mina, { title: '원본', body: source })
  await openEditor(page, '/free/1/edit')
  await page.locator('.ProseMirror table').waitFor()
  await page.getByRole('textbox', { name: '제목' }).fill('원본 그대로')
  await page.getByRole('button', { name: '저장', exact: true }).click()
  await page.waitForURL('**/free/1')
  expect(await site.ctx.db('post_bodies').pluck('source')).toEqual([source])
  await openEditor(page, '/free/1/edit')
  await page.locator('.ProseMirror li').last().click()
  await moveTo(page, 'End')
  await page.keyboard.type('셋')
  await becomes(page, '- 별로 쓴 목록\n- 둘셋\n\n말[^1]\n\n[^1]: 각주\n\n| 가 | 나 |\n| --- | --- |\n| 1 | 2 |')
})

test('what the tools ask, and what they make of the answer', { timeout: 60_000 }, async () => {
  await openEditor(page)
  await page.locator('.ProseMirror').focus()
  await tool('link').click()
  await page.locator('dialog[open]').getByLabel('주소').fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  expect(await page.locator('dialog[open]').count()).toBe(1)
  await answer({ 주소: 'example.org/길', '보이는 글자': '길' })
  await becomes(page, '[길](https://example.org/%EA%B8%B8)')
  await moveTo(page, 'End')
  await page.keyboard.press('Enter')
  await tool('ink').click()
  await page.locator('dialog[open]').getByRole('button', { name: '빨강' }).click()
  await page.keyboard.type('빨간 말')
  await page.keyboard.press('Enter')
  await tool('video').click()
  await answer({ '동영상이 있는 주소': 'https://youtu.be/abcdefghijk' })
  await tool('codeBlock').click()
  await page.locator('dialog[open]').getByLabel('언어').selectOption('kotlin')
  await answer()
  await page.keyboard.type('val x = 1')
  await becomes(
    page,
    '[길](https://example.org/%EA%B8%B8)\n\n<span class="ink-red">빨간 말</span>\n\nhttps://youtu.be/abcdefghijk\n\n```kotlin\nval x = 1\n```',
  )
})

test('a table is made, walked, merged, given headers and left', { timeout: 60_000 }, async () => {
  await openEditor(page)
  await page.locator('.ProseMirror').focus()
  await tool('table').click()
  await answer({ '줄 수': '2', '칸 수': '2' })
  await page.keyboard.type('가')
  await page.keyboard.press('Tab')
  await page.keyboard.type('나')
  await becomes(page, '| 가 | 나 |\n| --- | --- |\n|  |  |')
  await tool('table').click()
  await page.locator('dialog[open]').getByRole('button', { name: '아래에 줄 넣기' }).click()
  await page.keyboard.press('Shift+Tab')
  await moveTo(page, 'End')
  await moveTo(page, 'Shift+ArrowRight')
  await tool('table').click()
  await page.locator('dialog[open]').getByRole('button', { name: '고른 칸 합치기' }).click()
  await soon(() => written(page)).toContain('<th colspan="2">')
  await tool('alignCenter').click()
  await soon(() => written(page)).toContain('<th colspan="2" class="align-center">')
  for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('Tab')
  expect(await page.locator('.ProseMirror:focus').count()).toBe(0)
})

test('an emoji is found by its Korean name, its English one and its first consonants', async () => {
  await openEditor(page)
  await page.locator('.ProseMirror').focus()
  await tool('emoji').click()
  const dialog = page.locator('dialog[open]')
  const first = () => dialog.locator('.emoji button').first().innerText()
  await soon(() => dialog.locator('.emoji button').count()).toBeGreaterThan(1_500)
  for (const [word, sign] of [
    ['사과', '🍎'],
    ['pizza', '🍕'],
    ['태극기', '🇰🇷'],
    ['ㅌㄱㄱ', '🏓'],
    ['ㅋㅋ', '😆'],
  ]) {
    await dialog.getByLabel('이모지 찾기').fill(word ?? '')
    await soon(first).toBe(sign)
  }
  await dialog.getByLabel('이모지 찾기').fill('없는이모지')
  await soon(() => dialog.getByRole('status').innerText()).toBe('그런 이모지가 없습니다.')
  await dialog.getByLabel('이모지 찾기').fill('사과')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await becomes(page, '🍎')
})

test('without its bundle there is the field, and a word about it', async () => {
  chromium.mayTellOf(brokenLine)
  await page.route('**/js/editor.js', (route) => route.abort())
  await page.goto('/free/write')
  await ready(page)
  await soon(() => page.locator('[data-editor-status]').innerText()).toContain('마크다운으로 씁니다')
  await page.getByLabel('내용').fill('그래도 씁니다')
  expect(await page.locator('.toolbar').isVisible()).toBe(true)
})

test('on a phone the bar stands above the keyboard while one writes, and nothing is wider than the screen', async () => {
  const opened = await openAs(chromium, site, mina.agent, { ...phone, viewport: { width: 360, height: 740 }, cookies: { editor: 'rich' } })
  page = opened.page
  await page.addInitScript(`
    const seen = Object.assign(new EventTarget(), { width: 360, height: 740, offsetTop: 0, offsetLeft: 0, scale: 1 })
    Object.defineProperty(window, 'visualViewport', { get: () => seen })
  `)
  await openEditor(page)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  await page.locator('.ProseMirror').tap()
  await page.evaluate("visualViewport.height = 420; visualViewport.dispatchEvent(new Event('resize'))")
  const bar = page.locator('.editor__bar')
  const bottom = async () => Math.round(((await bar.boundingBox())?.y ?? 0) + ((await bar.boundingBox())?.height ?? 0))
  await soon(bottom).toBe(420)
  const buttons = await bar.locator('button').evaluateAll((all) => all.map((button) => button.getBoundingClientRect().height))
  expect(Math.min(...buttons)).toBeGreaterThanOrEqual(44)
  await tool('bold').tap()
  await page.keyboard.type('굵게')
  await becomes(page, '**굵게**')
  await page.getByRole('textbox', { name: '제목' }).tap()
  await soon(bottom).not.toBe(420)
})
