import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost, PASSWORD } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

test('votes and bookmarks change where they stand: the page neither moves nor loads again; a menu closes by Escape', async () => {
  const board = await aBoard(site, { slug: 'free', votes: 'updown' })
  const mina = await aMember(site, 'mina')
  const reader = await aMember(site, '수호')
  const { id } = await aPost(site, board, mina, { body: '긴 글\n\n'.repeat(60) })
  const { page } = await chromium.open()
  await page.goto(`${site.url}/login`)
  await page.fill('input[name=login]', reader.login)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('form#login [type=submit]')
  await page.goto(`${site.url}/free/1`)
  await page.evaluate('window.stillHere = true')
  const up = page.locator('[data-press="up"]')
  await up.scrollIntoViewIfNeeded()
  const before = await page.evaluate('scrollY')
  await up.click()
  await page.waitForSelector('[data-press="up"][aria-pressed="true"]')
  await page.click('[data-press="down"]')
  await page.waitForSelector('[data-press="down"][aria-pressed="true"]')
  expect(await up.getAttribute('aria-pressed')).toBe('false')
  await page.click('[data-press="bookmark"]')
  await page.waitForSelector('[data-press="bookmark"][aria-pressed="true"]')
  expect(await page.evaluate('[scrollY, window.stillHere]')).toEqual([before, true])
  expect(await site.ctx.db('posts').where({ id }).first('voteCount', 'downCount')).toEqual({ voteCount: 0, downCount: 1 })
  expect(await site.ctx.db('bookmarks')).toHaveLength(1)

  const author = page.locator('.facts .drop summary')
  await author.click()
  await page.waitForSelector('.facts .drop[open]')
  await page.keyboard.press('Escape')
  expect(await page.locator('.facts .drop[open]').count()).toBe(0)
  expect(await page.evaluate("document.activeElement.matches('.facts .drop summary')")).toBe(true)
}, 60_000)

test('when the answer does not come, the form is sent as without script and its page says what is wrong', async () => {
  const board = await aBoard(site, { slug: 'free' })
  await aPost(site, board, await aMember(site, 'mina'))
  const reader = await aMember(site, '수호')
  const { page } = await chromium.open()
  await page.goto(`${site.url}/login`)
  await page.fill('input[name=login]', reader.login)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('form#login [type=submit]')
  await page.goto(`${site.url}/free/1`)
  await site.ctx.db('posts').update({ status: 'hidden' })
  await page.click('[data-press="up"]')
  await page.waitForURL('**/free/1/vote')
  expect(await page.locator('h1').innerText()).toBe('찾는 화면이 없습니다')
  chromium.troubles.length = 0
}, 60_000)
