import { expect, test } from 'vitest'
import { addItem } from '../../src/features/menu/menu.service.ts'
import { ready, useChromium } from '../support/browser.ts'
import { aBoard, aMember } from '../support/factories.ts'
import { aMenuItem } from '../support/filled-front.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

test('what opens below the site’s menu closes by Escape, by a press elsewhere, when focus leaves and when another opens', async () => {
  const { viewer } = await aMember(site, '주인', { level: 10 })
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  for (const kind of ['new', 'popular'] as const) {
    await addItem(site.ctx, viewer, aMenuItem({ kind }))
    const { id: parentId } = await site.ctx.db('menu_items').where({ kind }).first('id')
    await addItem(site.ctx, viewer, aMenuItem({ kind: 'board', targetId: free.id, parentId }))
  }
  const { page } = await chromium.open()
  await page.goto(`${site.url}/`)
  await ready(page)
  const summary = (at: number) => page.locator('.menu summary').nth(at)
  const open = () => page.evaluate("[...document.querySelectorAll('.menu details')].map((menu) => menu.open)")
  await summary(0).focus()
  await page.keyboard.press('Enter')
  expect(await open()).toEqual([true, false])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await open()).toEqual([false, false])
  expect(await page.evaluate("document.activeElement === document.querySelector('.menu summary')")).toBe(true)

  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await open()).toEqual([false, false])

  await summary(0).focus()
  await page.keyboard.press('Enter')
  await summary(1).focus()
  await page.keyboard.press('Enter')
  expect(await open()).toEqual([false, true])
  await page.locator('#main').click({ position: { x: 2, y: 2 } })
  expect(await open()).toEqual([false, false])
}, 60_000)
