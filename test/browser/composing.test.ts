import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { ready, useChromium } from '../support/browser.ts'
import { aMember, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { seenWhileComposing, watchComposing } from './composing-watch.ts'
import { becomes, koreanKeyboard, markup, openEditor, putIn, written } from './editing.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person
let page: Page

beforeEach(async () => {
  await firstBoards(site)
  mina = await aMember(site, '미나')
  page = (await openAs(chromium, site, mina.agent, { cookies: { editor: 'rich' } })).page
  await openEditor(page)
  await ready(page)
  await page.locator('.ProseMirror').click()
  await watchComposing(page)
})

test('a syllable stands in the text as it grows, and is told to nobody before it is whole', async () => {
  const keyboard = await koreanKeyboard(page)
  expect(await keyboard.open('ㅎ', '하', '한')).toEqual(['ㅎ', '하', '한'])
  // Longer than the pause after which the field is written.
  await page.waitForTimeout(700)
  expect(await written(page)).toBe('')
  await keyboard.close('한')
  expect(await keyboard.open('ㄱ', '그', '글')).toEqual(['한ㄱ', '한그', '한글'])
  await keyboard.close('글')
  await becomes(page, '한글')
  expect(await seenWhileComposing(page)).toEqual({ inputs: 0, changes: [] })
})

test('in bold letters a syllable is bold in each of its states, once', async () => {
  const keyboard = await koreanKeyboard(page)
  await page.keyboard.type('a ')
  await page.keyboard.press('Control+b')
  for (const state of ['ㄱ', '구', '굵']) {
    await keyboard.open(state)
    expect((await markup(page)).replaceAll('\uFEFF', '')).toBe(`<p>a <strong>${state}</strong></p>`)
  }
  await keyboard.close('굵')
  expect(await keyboard.open('ㄱ', '게')).toEqual(['a 굵ㄱ', 'a 굵게'])
  await keyboard.close('게')
  await page.keyboard.press('Control+b')
  await keyboard.open('ㄷ', '다')
  await keyboard.close('다')
  await becomes(page, 'a **굵게**다')
  expect(await markup(page)).toBe('<p>a <strong>굵게</strong>다</p>')
  expect(await seenWhileComposing(page)).toMatchObject({ inputs: 0 })
})

test('in a list, and after Enter between two syllables, nothing is lost or doubled', async () => {
  const keyboard = await koreanKeyboard(page)
  await page.keyboard.type('- ')
  expect(await keyboard.open('ㅎ', '하')).toEqual(['ㅎ', '하'])
  await keyboard.close('하')
  expect(await keyboard.open('ㄴ', '나')).toEqual(['하ㄴ', '하나'])
  await keyboard.close('나')
  await page.keyboard.press('Enter')
  expect(await keyboard.open('ㄷ', '두', '둘')).toEqual(['하나\n\nㄷ', '하나\n\n두', '하나\n\n둘'])
  await keyboard.close('둘')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await keyboard.open('ㄲ', '끄', '끝')
  await keyboard.close('끝')
  await becomes(page, '- 하나\n- 둘\n\n끝')
  expect(await seenWhileComposing(page)).toEqual({ inputs: 0, changes: [] })
})

test('Enter, a space and the left arrow between syllables do what they do in any text', async () => {
  const keyboard = await koreanKeyboard(page)
  const say = async (...syllables: string[]) => {
    for (const syllable of syllables) {
      await keyboard.open(syllable)
      await keyboard.close(syllable)
    }
  }
  await say('첫', '줄')
  await page.keyboard.press('Enter')
  await say('둘', '째')
  await page.keyboard.press('ArrowLeft')
  await say('번')
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  // No hand is as quick as a driver: the browser tells where the cursor is a moment later.
  await page.waitForTimeout(100)
  await page.keyboard.press('Shift+Enter')
  await say('셋')
  await becomes(page, '첫줄\n\n둘번 째\n셋')
})

test('what others put into the text while a syllable is open waits for it', async () => {
  const keyboard = await koreanKeyboard(page)
  await keyboard.open('ㄱ', '기')
  await putIn(page, '올라온 것')
  await page.waitForTimeout(500)
  expect(await keyboard.open('긴')).toEqual(['긴'])
  await keyboard.close('긴')
  await becomes(page, '긴\n\n올라온 것')
  expect(await page.locator('.ProseMirror').innerText()).toContain('긴')
})

test('what is sent is what stands there, however soon after the last syllable', async () => {
  const keyboard = await koreanKeyboard(page)
  await keyboard.open('ㄲ', '끝')
  await keyboard.close('끝')
  await page.getByLabel('제목').fill('바로 보냅니다')
  await page.getByLabel('제목').press('Enter')
  await page.waitForURL('**/free/1')
  expect(await page.locator('.post .text').innerText()).toBe('끝')
})
