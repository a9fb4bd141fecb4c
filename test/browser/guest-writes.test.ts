import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { aBoard } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
/** The work that a guest's browser does takes 256 tries on average, and now and then a thousand; beside other tests each takes its time. */
const workDone = { timeout: 60_000 }

test("a guest's browser works while they write: the post is there at once, and can be changed by its password", async () => {
  await aBoard(site, { slug: 'square', writeLevel: 1 })
  const { page } = await openAs(chromium, site, null, phone)
  await page.goto('/square/write')
  await page.fill('[name=guestName]', '나그네')
  await page.fill('[name=guestPassword]', 'stepping-stone-5')
  await page.fill('[name=title]', '길을 묻습니다')
  await page.fill('[name=body]', '역이 어느 쪽입니까?')
  await page.click('.form__acts [value=publish]')
  await page.waitForURL('**/square/1', workDone)
  expect(await site.ctx.db('posts').first('status', 'guestName')).toEqual({ status: 'visible', guestName: '나그네' })
  await page.click('a[href="/square/1/password"]')
  await page.fill('[name=password]', 'stepping-stone-5')
  await page.click('[name=act][value=edit]')
  await page.fill('[name=title]', '길을 찾았습니다')
  // What this browser kept of the text holds no password.
  expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('stepping-stone')
  await page.click('.form__acts [value=publish]')
  await page.waitForURL('**/square/1', workDone)
  expect(await page.textContent('h1')).toContain('길을 찾았습니다')
}, 150_000)
