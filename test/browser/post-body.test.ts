import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { keepPicture } from '../features/uploads/keep-picture.ts'
import { photograph, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards } from '../support/factories.ts'
import { phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

async function openPost(body: (pictures: string[]) => string, options: Parameters<typeof chromium.open>[0] = {}): Promise<Page> {
  const { free } = await firstBoards(site)
  const author = await aMember(site, '미나')
  const pictures: string[] = []
  for (const width of [900, 400, 640]) pictures.push((await keepPicture(site.ctx, author.viewer, { width, height: 300 })).markdown)
  const post = await aPost(site, free, author, { body: body(pictures) })
  const { page } = await chromium.open({ baseURL: site.url, ...options })
  await page.goto(`/free/${post.number}`)
  return page
}

/** The behavior has arrived. */
const ready = (page: Page) => page.locator('.text a.picture[aria-haspopup]').first().waitFor()
const isOpen = (page: Page) => page.locator('dialog.viewer[open]').count()
const count = (page: Page) => page.locator('.viewer__count').textContent()
const focusIsIn = (page: Page, selector: string) => page.evaluate(`document.activeElement.matches('${selector}, ${selector} *')`)

test('pictures are looked at by keyboard: opened, turned, made larger, left, and the focus is back where it was', async () => {
  const page = await openPost((pictures) => pictures.join('\n\n'))
  await ready(page)
  await page.locator('a.picture').nth(1).focus()
  await page.keyboard.press('Enter')
  await soon(() => isOpen(page)).toBe(1)
  expect(await count(page)).toBe('2 / 3')
  expect(await page.locator('.viewer__caption').textContent()).toBe('바다')
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(
        `document.activeElement === document.body || document.querySelector('dialog.viewer').contains(document.activeElement)`,
      ),
    ).toBe(true)
  }
  await page.keyboard.press('ArrowRight')
  expect(await count(page)).toBe('3 / 3')
  await page.keyboard.press('ArrowRight')
  expect(await count(page)).toBe('1 / 3')
  await page.keyboard.press('+')
  expect(await page.locator('.viewer__stage img').evaluate((image) => image.getAttribute('style'))).toContain('scale(1.5)')
  expect(await page.locator('.viewer__link').first().getAttribute('href')).toBe(
    await page
      .locator('a.picture')
      .first()
      .evaluate((link) => String(link['href' as never])),
  )
  await page.keyboard.press('Escape')
  await soon(() => isOpen(page)).toBe(0)
  expect(await focusIsIn(page, 'a.picture')).toBe(true)
})

test('on a phone a swipe turns, two taps enlarge, and "back" leaves the picture, not the page', async () => {
  const page = await openPost((pictures) => pictures.join('\n\n'), phone)
  await ready(page)
  await page.locator('a.picture').first().tap()
  await soon(() => isOpen(page)).toBe(1)
  await photograph(page, 'viewer-phone')
  await finger(page, [300, 400], [120, 410])
  expect(await count(page)).toBe('2 / 3')
  await finger(page, [120, 400], [300, 390])
  expect(await count(page)).toBe('1 / 3')
  for (let tap = 0; tap < 2; tap += 1) await finger(page, [180, 370], [180, 370])
  expect(await page.locator('.viewer__stage.is-zoomed').count()).toBe(1)
  const address = page.url()
  await page.goBack()
  await soon(() => isOpen(page)).toBe(0)
  expect(page.url()).toBe(address)
  expect(await page.locator('h1').count()).toBeGreaterThan(0)
})

test('two fingers that part enlarge the picture, and that meet again make it whole; neither turns nor closes it', async () => {
  const page = await openPost((pictures) => pictures.join('\n\n'), phone)
  await ready(page)
  await page.locator('a.picture').first().tap()
  await soon(() => isOpen(page)).toBe(1)
  const scale = async () =>
    Number(/scale\(([\d.]+)\)/.exec((await page.locator('.viewer__stage img').getAttribute('style')) ?? '')?.[1] ?? 1)
  await twoFingers(page, [30, 60, 90, 120])
  expect(await scale()).toBeCloseTo(4, 1)
  await twoFingers(page, [120, 60, 20])
  expect([await scale(), await isOpen(page), await count(page)]).toEqual([1, 1, '1 / 3'])
})

test('pictures of a text that was rendered before they were links are looked at like the others', async () => {
  const page = await openPost((pictures) => String(pictures[0]))
  const { postId, html } = (await site.ctx.db('post_bodies').first('postId', 'html')) as { postId: number; html: string }
  const bare = html.replace(/<a class="picture"[^>]*>(<img[^>]*>).*?<\/a>/, '$1')
  expect(bare).not.toContain('picture')
  await site.ctx.db('post_bodies').where({ postId }).update({ html: bare })
  await page.reload()
  await ready(page)
  await page.locator('a.picture').click()
  await soon(() => isOpen(page)).toBe(1)
  expect(await count(page)).toBe('1 / 1')
})

/** Two fingers around the middle of the screen, each so far from it as told, one step after another. */
async function twoFingers(page: Page, apart: readonly number[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const at = (far: number) => [
    { x: 180 - far, y: 370, id: 1 },
    { x: 180 + far, y: 370, id: 2 },
  ]
  const [first = 0, ...others] = apart
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(first) })
  for (const far of others) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(far) })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** One finger, as the browser tells of it. */
async function finger(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const at = ([x, y]: [number, number]) => [{ x, y }]
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) })
  if (from !== to) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await cdp.detach()
}

test('without script a picture leads to itself, a spoiler opens, a note leads there and back, a film of elsewhere is a link', async () => {
  const id = 'dQw4w9WgXcQ'
  const page = await openPost(
    (pictures) => `범인은 ||정원사||다[^1].\n\n:::spoiler 결말\n끝.\n:::\n\nhttps://youtu.be/${id}\n\n${pictures[0]}\n\n[^1]: 각주`,
    { javaScriptEnabled: false },
  )
  const covered = page.locator('.cover > span').last()
  expect(await covered.isVisible()).toBe(false)
  await page.locator('.cover').click()
  expect(await covered.isVisible()).toBe(true)
  await page.getByText('결말').click()
  expect(await page.getByText('끝.').isVisible()).toBe(true)
  await page.getByRole('link', { name: '각주 1' }).click()
  expect(new URL(page.url()).hash).toBe('#note-1')
  await page.getByRole('link', { name: '본문으로 돌아가기' }).click()
  expect(new URL(page.url()).hash).toBe('#noteref-1')
  expect(await page.locator('.embed a').getAttribute('href')).toBe(`https://youtu.be/${id}`)
  await page.locator('a.picture').click()
  expect(page.url()).toMatch(/\/files\/[0-9a-f]{32}\/[^/]+\.webp$/)
})

test('a player comes when it is asked for; until then no other site hears of the reader', async () => {
  const page = await openPost(() => 'https://youtu.be/dQw4w9WgXcQ?t=42\n\nhttps://twitch.tv/someone')
  const asked: string[] = []
  await page.context().route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<p>player</p>' })
  })
  await page.reload({ waitUntil: 'networkidle' })
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'YouTube 여기서 보기' }).click()
  await soon(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start=42'])
  const frame = page.locator('.embed iframe')
  expect(await frame.getAttribute('title')).toBe('YouTube 플레이어')
  expect(await frame.getAttribute('sandbox')).not.toContain('allow-top-navigation')
  const box = await frame.boundingBox()
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1)
  await page.getByRole('button', { name: 'Twitch 여기서 보기' }).click()
  await soon(() => asked.at(-1)).toContain(`parent=${new URL(site.url).hostname}`)
  // What was asked for here is what no page may do by itself.
  expect(chromium.troubles.splice(0)).toEqual(asked.map((address) => `another host: ${address}`))
})
