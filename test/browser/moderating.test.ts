import { expect, test } from 'vitest'
import { photograph, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

test('a moderator hides a post with a reason; its author reads why, others find nothing; then it comes back', async () => {
  const { free } = await firstBoards(site)
  const author = await aMember(site, '미나')
  const keeper = await aMember(site, '지기', { moderates: [free] })
  await aPost(site, free, author, { title: '급하게 팝니다' })
  const { page } = await openAs(chromium, site, keeper.agent, phone)

  await page.goto('/free/1')
  await page.locator('summary', { hasText: '관리' }).click()
  const menu = await page.locator('.acts .drop[open] > ul').boundingBox()
  expect((menu?.x ?? 0) + (menu?.width ?? 999)).toBeLessThanOrEqual(phone.viewport.width)
  await page.getByRole('link', { name: '숨기기' }).click()
  await page.getByLabel('사유').fill('장터에 올려 주세요.')
  await photograph(page, 'moderating-reason')
  await page.getByRole('button', { name: '숨기기' }).click()
  await soon(() => page.locator('.alert').textContent()).toContain('숨겨진 글입니다')
  expect((await site.visitor().get('/free/1')).status).toBe(404)
  expect((await site.visitor().get('/free')).body).not.toContain('급하게 팝니다')

  const authors = await openAs(chromium, site, author.agent, phone)
  await authors.page.goto('/me')
  const acts = authors.page.getByRole('region', { name: '내 글과 댓글에 대한 조치' })
  expect(await acts.textContent()).toContain('장터에 올려 주세요.')
  await acts.getByRole('link', { name: '급하게 팝니다' }).click()
  expect(await authors.page.locator('.alert').textContent()).toContain('장터에 올려 주세요.')

  await page.locator('summary', { hasText: '관리' }).click()
  await page.getByRole('link', { name: '되살리기' }).click()
  await page.locator('#reason-form').getByRole('button').click()
  await soon(() => page.locator('.flash').textContent()).toContain('처리했습니다')
  expect((await site.visitor().get('/free/1')).status).toBe(200)
})
