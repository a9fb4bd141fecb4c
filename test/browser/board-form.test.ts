import { expect, test } from 'vitest'
import { soon, useChromium } from '../support/browser.ts'
import { aMember, firstBoards } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

async function openForm(options = {}) {
  await firstBoards(site)
  const owner = await aMember(site, '마당주인', { level: 10 })
  const { page } = await openAs(chromium, site, owner.agent, options)
  await page.goto('/console/boards/free')
  return page
}

test.each([
  ['phone', phone],
  ['desk', {}],
] as const)('the settings of a board are saved from wherever one is, and its menu says where that is (%s)', async (_name, options) => {
  const page = await openForm(options)
  const current = page.locator('.settings__menu [aria-current]')
  await soon(() => current.getAttribute('href')).toBe('#part-names')
  await page.locator('.settings__menu a[href="#part-rights"]').click()
  await soon(() => current.getAttribute('href')).toBe('#part-rights')
  await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(500)
  for (const part of ['.settings__menu a[href="#part-rights"]', '.settings__end button']) expect(await isInSight(page, part)).toBe(true)
  expect(await isInSight(page, '#part-rights legend')).toBe(true)
})

test('what is not saved yet is told beside the button, until it is as it was', async () => {
  const page = await openForm()
  const told = page.locator('.settings__changed')
  expect(await told.textContent()).toBe('')
  const name = page.locator('[name=nameKo]')
  const before = await name.inputValue()
  await name.fill('자유로운 게시판')
  await soon(() => told.textContent()).toBe('아직 저장하지 않았습니다')
  await name.fill(before)
  await soon(() => told.textContent()).toBe('')
})

/** On the screen, and nothing above it. */
const isInSight = (page: Awaited<ReturnType<typeof openForm>>, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const there = element.ownerDocument.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2)
      return there !== null && element.contains(there)
    })
