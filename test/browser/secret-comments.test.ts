import { beforeEach, expect, test } from 'vitest'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let seller: Person
let buyer: Person
let path: string

beforeEach(async () => {
  const board = await aBoard(site, { slug: 'stalls', secretComments: true })
  seller = await aMember(site, '판매자')
  buyer = await aMember(site, '구매자')
  path = `/stalls/${(await aPost(site, board, seller, { title: '자전거 팝니다' })).number}`
})

const open = async (person: Person | null) => {
  const { page } = await openAs(chromium, site, person?.agent ?? null, phone)
  await page.goto(path)
  await ready(page)
  return page
}
const box = (page: Awaited<ReturnType<typeof open>>) => page.getByLabel('비밀 댓글')

test('what is written with the secret box is read by those concerned, answered so, and is a sentence to everybody else', async () => {
  const page = await open(buyer)
  await page.locator('#comment-body').fill('연락처는 010-0000-0000입니다')
  await box(page).check()
  await page.locator('#comment-form [type=submit]').click()
  await page.locator('#comment-1 .said').waitFor()
  expect(await page.locator('#comment-1 .who').textContent()).toContain('비밀')
  // The wish was that comment's.
  expect(await box(page).isChecked()).toBe(false)
  const sellers = await open(seller)
  expect(await sellers.locator('#comment-1 .said').textContent()).toContain('010-0000-0000')
  await sellers.locator('#comment-1 a[data-reply]').click()
  expect(await box(sellers).isChecked()).toBe(true)
  await photograph(sellers, 'secret-reply')
  await sellers.locator('#comment-body').fill('저녁에 전화하겠습니다')
  await sellers.locator('#comment-form [type=submit]').click()
  await sellers.locator('#comment-2 .said').waitFor()
  expect(await box(sellers).isChecked()).toBe(false)
  for (const other of [await open(null), await open(await aMember(site, '행인'))]) {
    expect((await other.locator('.comment__stub').allInnerTexts()).map((text) => text.trim())).toEqual([
      '비밀 댓글입니다.',
      '비밀 댓글입니다.',
    ])
    expect(await other.content()).not.toMatch(/010-0000|전화하겠/)
  }
}, 90_000)

test('the box of a reply that was put aside is not left ticked, and what becomes secret goes from an open page', async () => {
  await buyer.agent.post(`${path}/comments`, { body: '비밀로 묻습니다', secretAsked: 'yes', secret: 'yes' })
  await buyer.agent.post(`${path}/comments`, { body: '얼마인가요?' })
  const page = await open(seller)
  await page.locator('#comment-1 a[data-reply]').click()
  expect(await box(page).isChecked()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await box(page).isChecked()).toBe(false)
  const { page: passer } = await openAs(chromium, site, null)
  const stream = passer.waitForResponse((response) => response.url().includes('/live?'))
  await passer.goto(path)
  await ready(passer)
  await stream
  await buyer.agent.post(`${path}/comments/2/edit`, { body: '얼마인가요?', version: '1', secretAsked: 'yes', secret: 'yes' })
  await soon(() => passer.locator('#comment-2 .comment__stub').count()).toBe(1)
  expect(await passer.locator('#comments').textContent()).not.toContain('얼마인가요?')
}, 60_000)
