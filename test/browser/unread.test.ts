import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

async function aTalk() {
  const board = await aBoard(site, { slug: 'free', nameKo: '자유게시판' })
  const [mina, junho] = [await aMember(site, '미나'), await aMember(site, '준호')]
  const post = await aPost(site, board, mina, { title: '동네 이야기' })
  const say = async (count: number, parent?: number) => {
    for (let each = 1; each <= count; each += 1)
      await createComment(site.ctx, mina.viewer, { board, post }, { body: `이야기 ${each}. 오늘은 시장에 다녀왔습니다.`, parent })
  }
  await say(20)
  return { mina, junho, say }
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.id')
const seenOf = async (memberId: number) => (await site.ctx.db('post_reads').where({ memberId }).first('seenComment'))?.seenComment

test('a member walks from one new comment to the next by key and by button, and round again', async () => {
  const { junho, say } = await aTalk()
  await junho.agent.get('/free/1')
  await soon(() => seenOf(junho.viewer.memberId)).toBe(20)
  await say(2)
  await say(1, 3)
  const { page } = await openAs(chromium, site, junho.agent)
  await page.goto('/free/1')
  await ready(page)
  const button = page.getByRole('link', { name: '다음 새 댓글' })
  expect(await button.textContent()).toContain('3')
  await page.keyboard.press('n')
  expect([await focused(page), (await button.textContent())?.trim().split(/\s+/).at(-1)]).toEqual(['comment-23', '1/3'])
  await photograph(page, 'next-unread')
  // As a Korean keyboard says it.
  await page.evaluate(
    `void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅜ', code: 'KeyN', bubbles: true, cancelable: true }))`,
  )
  expect(await focused(page)).toBe('comment-21')
  await button.click()
  expect(await focused(page)).toBe('comment-22')
  await button.click()
  expect([await focused(page), new URL(page.url()).pathname]).toEqual(['comment-23', '/free/1'])
  // Where somebody types, a letter is a letter.
  await page.locator('#comment-body').fill('')
  await page.locator('#comment-body').press('n')
  expect([await page.locator('#comment-body').inputValue(), await focused(page)]).toEqual(['n', 'comment-body'])
})

test("a guest's browser marks what is new since it was here, and nothing moves when it does", async () => {
  const { say } = await aTalk()
  const { page } = await openAs(chromium, site, null, phone)
  await page.goto('/free/1')
  await ready(page)
  expect([await page.locator('.comment.is-new').count(), await page.locator('.talk__next').isVisible()]).toEqual([0, false])
  await say(2)
  await page.goto('/free/1')
  await ready(page)
  expect(await page.locator('.comment.is-new .badge', { hasText: '새 댓글' }).count()).toBe(2)
  expect(await page.evaluate(`document.querySelector('.talk__next').getBoundingClientRect().height`)).toBe(0)
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await page.getByRole('link', { name: '다음 새 댓글' }).tap()
  expect(await focused(page)).toBe('comment-21')
  await photograph(page, 'next-unread-phone')
  await page.goto('/free/1')
  await ready(page)
  expect(await page.locator('.comment.is-new').count()).toBe(0)
})

test('a guest is led on to the next page of a long thread, where the marks go on', async () => {
  const { say } = await aTalk()
  const { page } = await openAs(chromium, site, null)
  await page.goto('/free/1')
  await ready(page)
  await say(90)
  await page.goto('/free/1')
  await ready(page)
  expect(await page.locator('.comment.is-new').count()).toBe(80)
  await page.locator('#comment-99').focus()
  for (let press = 1; press <= 80; press += 1) await page.keyboard.press('n')
  expect(await focused(page)).toBe('comment-100')
  await page.keyboard.press('n')
  await page.waitForURL('**/free/1?comments=2&since=20#comment-101')
  await ready(page)
  expect(await page.locator('.comment.is-new').count()).toBe(10)
})
