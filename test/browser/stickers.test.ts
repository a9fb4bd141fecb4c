import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { stickerStorageKey } from '../../src/features/stickers/stickers.paths.ts'
import { barriersOn } from '../support/axe.ts'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  const { db, storage, memory } = site.ctx
  mina = await aMember(site, '미나')
  await aPost(site, (await firstBoards(site)).free, mina)
  const [setId] = await db('sticker_sets').insert({ slug: 'cat', nameKo: '고양이', nameEn: 'Cats', position: 1, offered: 1, removed: 0 })
  for (const [index, alt] of ['안녕', '졸려요', '고마워요'].entries()) {
    const imageKey = String(index).repeat(32)
    const picture = await sharp({ create: { width: 200, height: 200, channels: 4, background: '#c96' } })
      .webp()
      .toBuffer()
    await storage.put(stickerStorageKey(imageKey), picture)
    await db('stickers').insert({ setId, name: `s${index}`, alt, imageKey, width: 200, height: 200, position: index + 1, removed: 0 })
  }
  await memory.forget('stickers')
})

test('a sticker is picked, written and sent by keyboard alone, and seen by another', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/1')
  await ready(page)
  await page.locator('#comment-body').focus()
  await page.keyboard.type('오늘은 ')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  expect(await page.evaluate('document.activeElement.title')).toBe('스티커')
  await page.keyboard.press('Enter')
  const picker = page.getByRole('dialog', { name: '스티커' })
  await picker.getByRole('button', { name: '안녕' }).waitFor()
  await photograph(page, 'sticker-picker')
  expect(await barriersOn(page)).toEqual([])
  await picker.getByRole('button', { name: '안녕' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await soon(() => page.locator('#comment-body').inputValue()).toBe('오늘은 :cat/s1:')
  expect(await page.evaluate('document.activeElement.id')).toBe('comment-body')
  await page.keyboard.press('Control+Enter')
  await page.locator('#comment-1 .said img[alt="졸려요"]').waitFor()
  const other = (await openAs(chromium, site, null, phone)).page
  await other.goto('/free/1')
  await ready(other)
  const picture = other.locator('#comment-1 .said img')
  expect(await picture.getAttribute('alt')).toBe('졸려요')
  await soon(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBe(200)
}, 60_000)

test('nothing is picked by Escape, and where a comment is changed in its place they are picked as well', async () => {
  await mina.agent.post('/free/1/comments', { body: '그냥 말' })
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/1')
  await ready(page)
  await page.locator('#comment-1 a[data-here=edit]').click()
  const form = page.locator('.say--edit')
  await form.getByRole('button', { name: '스티커' }).click()
  const picker = page.getByRole('dialog', { name: '스티커' })
  await picker.getByRole('button', { name: '고마워요' }).waitFor()
  await page.keyboard.press('Escape')
  await picker.waitFor({ state: 'hidden' })
  expect(await form.locator('textarea').inputValue()).toBe('그냥 말')
  await form.getByRole('button', { name: '스티커' }).click()
  await picker.getByRole('button', { name: '고마워요' }).click()
  await soon(() => form.locator('textarea').inputValue()).toBe('그냥 말:cat/s2:')
  await form.locator('[type=submit]').click()
  await page.locator('#comment-1 .said img[alt="고마워요"]').waitFor()
}, 60_000)

test('among many one is found by what it says, and Enter takes it', async () => {
  const { db, memory } = site.ctx
  const [{ id: setId }] = (await db('sticker_sets').select('id')) as [{ id: number }]
  const more = { setId, width: 200, height: 200, removed: 0 }
  for (let index = 3; index < 40; index += 1)
    await db('stickers').insert({
      ...more,
      imageKey: String(index).padStart(32, '0'),
      name: `s${index}`,
      alt: `표정 ${index}`,
      position: index,
    })
  await memory.forget('stickers')
  const { page } = await openAs(chromium, site, mina.agent, phone)
  await page.goto('/free/1')
  await ready(page)
  const open = () => page.locator('#comment-form').getByRole('button', { name: '스티커' }).click()
  await open()
  const find = page.getByRole('searchbox', { name: '스티커 찾기' })
  await find.fill('졸려')
  expect(await page.getByRole('dialog').locator('[data-code]:visible').count()).toBe(1)
  await photograph(page, 'sticker-search')
  expect(await barriersOn(page)).toEqual([])
  await find.press('Enter')
  await soon(() => page.locator('#comment-body').inputValue()).toBe(':cat/s1:')
  await open()
  expect([await find.inputValue(), await page.getByRole('dialog').locator('[data-code]:visible').count()]).toEqual(['', 40])
  await find.fill('없는 말')
  await find.press('Enter')
  expect(await page.getByRole('dialog').locator('[data-code]:visible').count()).toBe(0)
}, 60_000)
