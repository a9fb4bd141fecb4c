import { expect, test } from 'vitest'
import { issueOwnerSetup } from '../../src/features/members/owner-setup.service.ts'
import { barriersOn } from '../support/axe.ts'
import { photograph, soon, useChromium } from '../support/browser.ts'
import { firstBoards, PASSWORD } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

test('the first owner comes by the one-time address, names a board anew and looks at the visitors', async () => {
  await firstBoards(site)
  const address = String(await issueOwnerSetup(site.ctx))
  const { page } = await chromium.open({ baseURL: site.url })
  await page.goto(address)
  await photograph(page, 'owner-set-up')
  expect(await barriersOn(page)).toEqual([])
  await page.getByLabel('아이디').last().fill('owner_of_site')
  await page.getByLabel('닉네임').fill('마당지기')
  await page.getByLabel('이메일').last().fill('owner@example.org')
  await page.locator('#setup').getByLabel('비밀번호', { exact: true }).fill(PASSWORD)
  await page.getByLabel('비밀번호 확인').fill(PASSWORD)
  await page.getByRole('button', { name: '시작하기' }).click()
  await page.waitForURL('**/console')
  expect((await site.visitor().get(address)).status).toBe(404)

  const menu = page.getByRole('navigation', { name: '관리 메뉴' })
  await menu.getByRole('link', { name: '게시판' }).click()
  await page.locator('main').getByRole('link', { name: '자유게시판' }).click()
  await page.locator('#field-nameKo').fill('사랑방')
  await page.getByRole('button', { name: '저장' }).first().click()
  await soon(() => page.locator('.flash').textContent()).toContain('저장했습니다')
  await menu.getByRole('link', { name: '접속 통계' }).click()
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('접속 통계')
  await photograph(page, 'owner-visitors')
  await page.goto('/free')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('사랑방')
})
