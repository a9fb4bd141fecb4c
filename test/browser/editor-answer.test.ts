import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { written } from './editing.ts'

const site = useSite()
const chromium = useChromium()

test('who answers a post presses below the words that it begins with, and writes there, not in them', async () => {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '길', body: '어느 길이 좋습니까?' })
  const { page } = await openAs(chromium, site, mina.agent, { cookies: { editor: 'rich' } })
  await page.goto('/free/write?parent=1')
  const text = page.locator('.ProseMirror')
  await text.waitFor()
  await text.click({ position: { x: 30, y: 250 } })
  await page.keyboard.type('강가길입니다')
  await expect.poll(() => written(page)).toMatch(/^> 어느 길이 좋습니까\?\s+강가길입니다\s*$/)
  // In a paragraph a press below goes on with it.
  await text.click({ position: { x: 30, y: 300 } })
  await page.keyboard.type('!')
  await expect.poll(() => written(page)).toMatch(/강가길입니다!\s*$/)
})
