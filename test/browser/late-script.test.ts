import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { brokenLine, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, firstBoards, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { aPictureFile } from './pictures.ts'

const site = useSite()
const chromium = useChromium()
let owner: Person

beforeEach(async () => {
  await firstBoards(site)
  owner = await aMember(site, '마당주인', { level: 10 })
})

/** The page is there and in use, its scripts still hang in a slow line until they are let come. */
async function openWithoutScripts(page: Page, path: string): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>()
  await page.route('**/js/behaviors/*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await page.locator('footer').waitFor()
  return () => {
    held.resolve()
    return ready(page)
  }
}

test('a file that was chosen before the script came goes up as soon as it is there', async () => {
  const { page } = await openAs(chromium, site, owner.agent)
  const letScriptsCome = await openWithoutScripts(page, '/free/write')
  await page.getByLabel('사진과 파일', { exact: true }).setInputFiles(await aPictureFile('일찍고른사진.png'))
  await letScriptsCome()
  await soon(() => page.getByLabel('내용').inputValue()).toContain('일찍고른사진')
  const thumbnail = page.locator('.upload img')
  await soon(() => thumbnail.evaluate((img: { naturalWidth?: number }) => img.naturalWidth)).toBe(240)
  expect(await page.getByLabel('사진과 파일', { exact: true }).inputValue()).toBe('')
})

test('a draft comes back around what was typed before the script came, and is counted', async () => {
  const { page } = await openAs(chromium, site, owner.agent)
  await page.goto('/free/write')
  await ready(page)
  // The server is out of reach: this browser alone has it.
  chromium.mayTellOf(brokenLine)
  await page.route('**/free/drafts', (route) => route.abort())
  await page.getByLabel('제목').fill('어제 쓰던 제목')
  await page.getByLabel('내용').fill('어제 쓰던 글')
  const address = page.url()
  await page.goto('about:blank')
  const letScriptsCome = await openWithoutScripts(page, address)
  await page.getByLabel('제목').fill('오늘의 제목')
  await letScriptsCome()
  expect(await page.getByLabel('제목').inputValue()).toBe('오늘의 제목')
  expect(await page.getByLabel('내용').inputValue()).toBe('어제 쓰던 글')
  expect(await page.locator('[data-count-for=field-body]').textContent()).toMatch(/^7 \//)
})

test('a setting that was changed before the script came is told as not saved yet', async () => {
  const { page } = await openAs(chromium, site, owner.agent)
  const letScriptsCome = await openWithoutScripts(page, '/console/boards/free')
  const name = page.locator('[name=nameKo]')
  const before = await name.inputValue()
  await name.fill('자유로운 게시판')
  await letScriptsCome()
  await soon(() => page.locator('.settings__changed').textContent()).toBe('아직 저장하지 않았습니다')
  await name.fill(before)
  await soon(() => page.locator('.settings__changed').textContent()).toBe('')
})

test('a menu that was moved before the script came stays where the reader moved it', async () => {
  for (let count = 1; count <= 9; count += 1) await aBoard(site, { slug: `wide-${count}`, nameKo: `이름이 긴 게시판 ${count}` })
  const { page } = await openAs(chromium, site, null, phone)
  const letScriptsCome = await openWithoutScripts(page, '/wide-9')
  const menu = page.locator('.menu')
  const left = () => menu.evaluate((row) => row.scrollLeft)
  await menu.evaluate((row) => row.scrollTo({ left: 60 }))
  await letScriptsCome()
  expect(await left()).toBe(60)
  await page.reload()
  await ready(page)
  expect(await left()).toBeGreaterThan(60)
})

test('buttons that need the script are not there to be pressed in vain before it came', async () => {
  const { page } = await openAs(chromium, site, owner.agent)
  const letScriptsCome = await openWithoutScripts(page, '/free/write')
  const bold = page.locator('.toolbar button').first()
  expect(await bold.isVisible()).toBe(false)
  const room = await page.locator('.toolbar').boundingBox()
  await letScriptsCome()
  expect(await bold.isVisible()).toBe(true)
  expect(await page.locator('.toolbar').boundingBox()).toEqual(room)
})
