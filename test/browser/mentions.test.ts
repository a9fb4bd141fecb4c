import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { ready, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나')
  for (const name of ['동네책방', '동녘', 'jun']) await aMember(site, name)
  await aPost(site, free, mina, { title: '여기서 이야기해요' })
})

async function openForm(options = {}) {
  const { page } = await openAs(chromium, site, mina.agent, options)
  await page.goto('/free/1')
  await ready(page)
  await page.locator('#comment-body').click()
  return page
}
const offers = (page: Page) => page.locator('.offers [role=option]:visible').allInnerTexts()
const offered = (page: Page, names: string[]) => expect.poll(() => offers(page)).toEqual(names)
const typed = (page: Page) => page.locator('#comment-body').inputValue()
const active = (page: Page) =>
  page.evaluate<string | undefined>(
    "document.getElementById(document.querySelector('#comment-body').getAttribute('aria-activedescendant'))?.textContent",
  )

test('by keyboard: "@" and the beginning of a name offer members; what is chosen calls them', async () => {
  const page = await openForm()
  await page.keyboard.type('같이 볼까요 @동')
  await offered(page, ['동네책방', '동녘'])
  expect(await page.locator('.offers + [role=status]').innerText()).toBe('회원 2명')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await active(page)).toBe('동녘')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  expect(await typed(page)).toBe('같이 볼까요 @동네책방')
  await offered(page, [])
  await page.keyboard.type('님')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('#comment-1 .said a')
  expect(await page.locator('#comment-1 .said a').innerText()).toBe('@동네책방')
}, 60_000)

test('Enter is a new line while nothing is marked; Escape closes the list and leaves the form where it is', async () => {
  const page = await openForm()
  await page.keyboard.type('@동')
  await offered(page, ['동네책방', '동녘'])
  await page.keyboard.press('Enter')
  expect(await typed(page)).toBe('@동\n')
  await page.keyboard.type('@ju')
  await offered(page, ['jun'])
  await page.keyboard.press('Escape')
  await offered(page, [])
  await page.keyboard.type(' write@ju')
  await page.waitForTimeout(400)
  expect(await offers(page)).toEqual([])
}, 60_000)

test('who talks on the page comes first, with nothing asked of the server yet', async () => {
  await (await aMember(site, '동무')).agent.post('/free/1/comments', { body: '저요' })
  await mina.agent.post('/free/1/comments', { body: '저도요' })
  const page = await openForm()
  await page.keyboard.type('@')
  await offered(page, ['동무'])
  await page.keyboard.type('동')
  await offered(page, ['동무', '동네책방', '동녘'])
}, 60_000)

test('a syllable that is being composed counts by its letters; what is pressed meanwhile is written once', async () => {
  const page = await openForm({ viewport: { width: 360, height: 740 } })
  const keyboard = await page.context().newCDPSession(page)
  await page.keyboard.type('@')
  for (const text of ['ㄷ', '도', '동', '동넻'])
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await offered(page, ['동네책방'])
  await page.locator('.offers [role=option]').click()
  expect(await typed(page)).toBe('@동네책방')
  expect(await page.evaluate('document.activeElement.id')).toBe('comment-body')
  await page.keyboard.type('!')
  expect(await typed(page)).toBe('@동네책방!')
}, 60_000)

test('whose session has ended types on: nothing is offered, nothing complains', async () => {
  const page = await openForm()
  await page.context().clearCookies()
  await page.keyboard.type('@동')
  await page.waitForTimeout(500)
  expect([await offers(page), await typed(page)]).toEqual([[], '@동'])
}, 60_000)
