import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { brokenLine, photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, type Person } from '../support/factories.ts'
import { openPhoneLine } from '../support/phone-line.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { aPictureFile } from './pictures.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  await aBoard(site, { slug: 'trip', uploadCount: 20 })
  mina = await aMember(site, '미나')
})

const MEGABYTE = 1024 * 1024
const chooser = (page: Page) => page.getByLabel('사진과 파일', { exact: true })
const rows = (page: Page) => page.locator('.uploads > li')
const names = (page: Page) => rows(page).locator('.upload__name').allTextContents()
const act = (page: Page, row: number, act: string) => rows(page).nth(row).locator(`[data-act="${act}"]`)
const body = (page: Page) => page.getByLabel('내용').inputValue()

/** As a phone takes it: twelve megabytes, lying on its side, with where it was taken. */
async function aPhoto(path: string): Promise<void> {
  const data = await sharp({
    create: { width: 4032, height: 3024, channels: 3, background: '#1e40af', noise: { type: 'gaussian', mean: 128, sigma: 44 } },
  })
    .withExif({ IFD3: { GPSLatitude: '37/1 33/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 98 })
    .toBuffer()
  expect(data.length).toBeGreaterThan(12 * MEGABYTE)
  await writeFile(path, data)
}

test('twenty photos of twelve megabytes leave the phone as fifteen, through a line that breaks twice, and stand in the post as chosen', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'madang-photos-'))
  const line = await openPhoneLine(site.url)
  try {
    const paths = Array.from({ length: 20 }, (_, index) => join(folder, `사진 ${String(index + 1).padStart(2, '0')}.jpg`))
    await aPhoto(String(paths[0]))
    for (const path of paths.slice(1)) await copyFile(String(paths[0]), path)
    const { page } = await openAs(chromium, site, mina.agent, phone)
    await page.goto(`${line.url}/trip/write`)
    await ready(page)
    await page.getByLabel('제목').fill('여름')
    const before = line.sent
    chromium.mayTellOf(brokenLine)
    line.cutAfter(1.2 * MEGABYTE, 1_500)
    line.cutAfter(5.3 * MEGABYTE, 3_000)
    await chooser(page).setInputFiles(paths)
    await page.getByRole('button', { name: '등록', exact: true }).click()
    await page.waitForURL('**/trip/1', { timeout: 200_000 })
    expect(line.cuts).toBe(2)
    expect(line.sent - before).toBeLessThan(15 * MEGABYTE)
    const shown = page.locator('.text img')
    expect(await shown.evaluateAll((all) => all.map((image) => image.getAttribute('alt')))).toEqual(
      paths.map((path) => path.slice(folder.length + 1, -4)),
    )
    const [width, height] = await shown.first().evaluate((image) => ['width', 'height'].map((name) => Number(image.getAttribute(name))))
    expect(Number(height) / Number(width)).toBeCloseTo(4 / 3, 2)
    expect(await site.ctx.db('files').count({ n: '*' })).toEqual([{ n: 20 }])
  } finally {
    await line.close()
    await rm(folder, { recursive: true })
  }
})

test('the list names what the text names: places, words and the cover are changed there and written into the text', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/trip/write')
  await ready(page)
  await page.getByLabel('제목').fill('여름')
  await page.getByLabel('내용').fill('다녀왔습니다.')
  await chooser(page).setInputFiles(await Promise.all(['가.png', '나.png', '다.png'].map(aPictureFile)))
  await soon(() => names(page)).toEqual(['가.webp', '나.webp', '다.webp'])
  await soon(() => page.locator('[data-upload-status]').textContent()).toBe('파일 3개를 모두 올렸습니다.')
  expect(await act(page, 0, 'up').isDisabled()).toBe(true)
  await act(page, 2, 'up').press('Enter')
  expect(await names(page)).toEqual(['가.webp', '다.webp', '나.webp'])
  expect(await page.evaluate('document.activeElement.dataset.act')).toBe('up')
  await act(page, 1, 'cover').click()
  await act(page, 1, 'describe').click()
  await page.getByRole('textbox', { name: '대체 텍스트' }).fill('"다"라는 [사진]')
  await page.getByRole('textbox', { name: '사진 아래에 보일 설명' }).fill('셋째 날')
  await act(page, 0, 'remove').click()
  expect(await names(page)).toEqual(['다.webp', '나.webp'])
  expect(await body(page)).toMatch(
    /^다녀왔습니다\.\n\n!\["다"라는 \\\[사진\\\]\]\(\/files\/\w+\/[^ )#]+#cover "셋째 날"\)\n\n!\[나\]\(\/files\/\w+\/[^ )#]+\)\n*$/,
  )
  expect(await barriersOn(page)).toEqual([])
  await photograph(page, 'upload-list')
  await page.getByRole('button', { name: '등록', exact: true }).click()
  await page.waitForURL('**/trip/1')
  expect(await page.locator('.text img').first().getAttribute('alt')).toBe('"다"라는 [사진]')
  const [third] = await site.ctx.db('files').where({ name: '다.webp' })
  expect(await site.ctx.db('posts').first('coverKey')).toEqual({ coverKey: third.fileKey })
  await page.goto('/trip/1/edit')
  await ready(page)
  expect(await names(page)).toEqual(['다.webp', '나.webp'])
  expect(await act(page, 0, 'cover').getAttribute('aria-pressed')).toBe('true')
})

/** From the middle of the picture of one line to that of another, with a mouse or, over the browser's own protocol, with a finger. */
async function drag(page: Page, from: number, to: number, { finger = false, letGo = true } = {}): Promise<void> {
  const middle = async (row: number) => {
    const box = await rows(page).nth(row).locator('.upload__look').boundingBox()
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  }
  await rows(page).nth(to).scrollIntoViewIfNeeded()
  const [start, end] = [await middle(from), await middle(to)]
  const steps = Array.from({ length: 8 }, (_, step) => ({ x: end.x, y: start.y + ((end.y - start.y) * (step + 1)) / 8 }))
  if (finger) {
    const client = await page.context().newCDPSession(page)
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] })
    for (const point of steps) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
    if (letGo) await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    return
  }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  for (const { x, y } of steps) await page.mouse.move(x, y)
  if (letGo) await page.mouse.up()
}

test.each([
  ['a mouse', {}, false],
  ['a finger', phone, true],
])('the order is changed by dragging with %s, said, and given up by Escape', async (_with, options, finger) => {
  const { page } = await openAs(chromium, site, mina.agent, options)
  await page.goto('/trip/write')
  await ready(page)
  await page.getByLabel('제목').fill('여름')
  await page.getByLabel('내용').fill('첫 줄')
  await chooser(page).setInputFiles(await Promise.all(['가.png', '나.png', '다.png', '라.png'].map(aPictureFile)))
  await soon(() => names(page)).toEqual(['가.webp', '나.webp', '다.webp', '라.webp'])
  await soon(() => page.locator('[data-upload-status]').textContent()).toContain('모두 올렸습니다')
  const scrolled = await page.evaluate('scrollY')
  await drag(page, 0, 2, { finger })
  expect(await names(page)).toEqual(['나.webp', '다.webp', '가.webp', '라.webp'])
  expect(await page.locator('[data-upload-status]').textContent()).toBe('4개 가운데 3번째로 옮겼습니다: 가.webp')
  const inText = async () => Array.from((await body(page)).matchAll(/!\[(.)\]/g), ([, name]) => name)
  expect(await inText()).toEqual(['나', '다', '가', '라'])
  await drag(page, 3, 0, { finger })
  expect(await inText()).toEqual(['라', '나', '다', '가'])
  await drag(page, 0, 2, { finger, letGo: false })
  expect(await names(page)).toEqual(['나.webp', '다.webp', '라.webp', '가.webp'])
  await page.keyboard.press('Escape')
  expect([await names(page), await inText()]).toEqual([
    ['라.webp', '나.webp', '다.webp', '가.webp'],
    ['라', '나', '다', '가'],
  ])
  if (!finger) await page.mouse.up()
  expect(await page.locator('.is-dragged').count()).toBe(0)
  // The page itself was not dragged along.
  if (finger) expect(await page.evaluate('scrollY')).toBeGreaterThanOrEqual(Number(scrolled))
  await act(page, 1, 'up').press('Enter')
  expect(await page.locator('[data-upload-status]').textContent()).toBe('4개 가운데 1번째로 옮겼습니다: 나.webp')
})

test('what is refused says why in its line, and can be put away; a file that was given up leaves nothing', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/trip/write')
  await ready(page)
  await chooser(page).setInputFiles([
    { name: 'IMG_2041.HEIC', mimeType: 'image/heic', buffer: Buffer.from('....ftypheic') },
    { name: '실행.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
  ])
  await soon(() => rows(page).locator('.upload__state').allTextContents()).toEqual([
    expect.stringContaining('높은 호환성'),
    expect.stringContaining('올릴 수 없는 파일'),
  ])
  expect(await page.locator('[data-upload-status]').textContent()).toContain('2개는 올리지 못했습니다')
  for (let left = 2; left > 0; left -= 1) await act(page, 0, 'cancel').click()
  await soon(() => page.locator('.uploads').isHidden()).toBe(true)
  expect([await body(page), await site.ctx.db('files')]).toEqual(['', []])
})

test('a file that comes while a syllable is made waits for it', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/trip/write')
  await ready(page)
  await page.getByLabel('내용').click()
  const client = await page.context().newCDPSession(page)
  await client.send('Input.imeSetComposition', { text: '하', selectionStart: 1, selectionEnd: 1 })
  await chooser(page).setInputFiles(await aPictureFile('가.png'))
  await soon(() => page.locator('[data-upload-status]').textContent()).toContain('모두 올렸습니다')
  expect(await body(page)).toBe('하')
  await client.send('Input.insertText', { text: '한' })
  await soon(() => body(page)).toMatch(/^한\n\n!\[가\]\(/)
})
