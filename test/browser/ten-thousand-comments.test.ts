import { beforeEach, expect, test } from 'vitest'
import { fillBusyThread } from '../features/comments/long-thread.ts'
import { photograph, ready, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost, type Person } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
const COUNT = 10_000
let mina: Person
let reader: Person
let postId: number

beforeEach(async () => {
  site.mayMiscount('votes of a comment')
  mina = await aMember(site, '미나')
  reader = await aMember(site, '준호')
  postId = (await aPost(site, await aBoard(site, { slug: 'free', votes: 'up' }), mina, { title: '만 번 이야기한 글' })).id
  await fillBusyThread(site.ctx, { postId, authorId: mina.viewer.memberId }, COUNT)
}, 60_000)

test('a post with ten thousand comments opens, is paged through, and a link to any of them leads to its page and marks it', async () => {
  const { page } = await openAs(chromium, site, null, phone)
  await page.goto('/free/1')
  await ready(page)
  expect(await page.locator('#comments-heading b').textContent()).toBe('10,000')
  expect(await page.locator('.comment').count()).toBe(100)
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await page.locator('.pages a', { hasText: '100' }).click()
  await page.waitForURL(/comments=100/)
  await ready(page)
  expect(await page.locator('.pages [aria-current]').textContent()).toBe('100')
  expect(await page.locator('.comment').count()).toBe(100)
  for (const number of [1, 4_567, 9_999]) {
    await page.goto(`/free/1?again=${number}#comment-${number}`)
    await page.waitForFunction(`document.querySelector('#comment-${number}')?.matches(':target')`)
    await page.locator(`#comment-${number}`).waitFor()
    const top = await page.locator(`#comment-${number}`).evaluate((item) => item.getBoundingClientRect().top)
    expect([number, top > -1, top < 800]).toEqual([number, true, true])
  }
  await photograph(page, 'ten-thousand-comments')
}, 90_000)

test('the next new one is gone to by key, over pages that are far apart', async () => {
  await reader.agent.get('/free/1')
  await expect.poll(async () => (await site.ctx.db('post_reads').first('seenComment'))?.seenComment).toBe(COUNT)
  // One answers the very first, one stands at the end.
  await mina.agent.post('/free/1/comments', { body: '첫 댓글에 이제야 답합니다.', parent: '1' })
  await mina.agent.post('/free/1/comments', { body: '마지막에 한마디.' })
  const { page } = await openAs(chromium, site, reader.agent)
  await page.goto('/free/1')
  await ready(page)
  const focused = () => page.evaluate<string>('document.activeElement.id')
  await page.keyboard.press('n')
  expect(await focused()).toBe('comment-10001')
  await page.keyboard.press('n')
  await page.waitForURL(/#comment-10002$/)
  await ready(page)
  expect(await page.locator('#comment-10002.is-new .said').textContent()).toContain('마지막에 한마디.')
  await page.keyboard.press('n')
  expect(await focused()).toBe('comment-10002')
}, 90_000)
