import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { loadComment } from '../../src/features/comments/comments.read-models.ts'
import { createComment, deleteComment } from '../../src/features/comments/comments.service.ts'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { openAs, phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

async function aLongBoard() {
  const board = await aBoard(site, { slug: 'free', pageSize: 30 })
  const mina = await aMember(site, '미나')
  for (let count = 1; count <= 45; count += 1) await aPost(site, board, mina, { title: `${count}번째 글` })
  return { board, mina }
}

const top = (page: Page, title: string) =>
  page.getByRole('link', { name: title, exact: true }).evaluate((link) => link.getBoundingClientRect().top)

test.each(['guest', 'member'])('a %s who goes back finds the row that they came from, in its place and marked', async (role) => {
  const { mina } = await aLongBoard()
  const { page } = await openAs(chromium, site, role === 'guest' ? null : mina.agent, phone)
  await page.goto('/free?page=2')
  await ready(page)
  await page.getByRole('link', { name: '5번째 글', exact: true }).scrollIntoViewIfNeeded()
  const before = await top(page, '5번째 글')
  await page.getByRole('link', { name: '5번째 글', exact: true }).click()
  await page.waitForURL('**/free/5*')
  await page.goBack({ waitUntil: 'networkidle' })
  await soon(async () => Math.abs((await top(page, '5번째 글')) - before)).toBeLessThan(3)
  await soon(() => page.locator('.row.is-last .t').textContent()).toBe('5번째 글')
  await soon(() => page.locator('.row.is-read .t').textContent()).toBe('5번째 글')
  await photograph(page, `return-${role}`)
})

test('목록 leads to the page that holds the post and to its row, without script as well', async () => {
  await aLongBoard()
  const { page } = await chromium.open({ baseURL: site.url, javaScriptEnabled: false, ...phone })
  await page.goto('/free/5')
  await page.getByRole('link', { name: '목록' }).first().click()
  await page.waitForURL('**/free?page=2#post-5')
  expect(await page.locator('.row:target .t').textContent()).toBe('5번째 글')
  const row = await page.locator('.row:target').boundingBox()
  expect(row && row.y > 0 && row.y < 844).toBe(true)
})

test('a guest’s browser remembers what it opened and how many comments there were, and tells nobody', async () => {
  const { board, mina } = await aLongBoard()
  const post = await aPost(site, board, mina, { title: '말이 많은 글' })
  const say = (body: string) => createComment(site.ctx, mina.viewer, { board, post }, { body, parent: undefined })
  await say('하나')
  const { page, context } = await chromium.open({ baseURL: site.url, ...phone })
  await page.goto(`/free/${post.number}`)
  await ready(page)
  await say('둘')
  await say('셋')
  await page.goto('/free')
  const row = page.locator('.row', { has: page.getByRole('link', { name: '말이 많은 글' }) })
  await soon(() => row.locator('.count > [aria-hidden]').textContent()).toBe('[3]+2')
  expect(await row.locator('.count .hidden').textContent()).toBe('댓글 3개, 새 댓글 2')
  // Of the new ones some may be gone again: no more are new than there are.
  for (const number of [1, 2]) {
    const comment = await loadComment(site.ctx, { board, post }, number)
    await deleteComment(site.ctx, mina.viewer, { board, post, comment })
  }
  await page.reload()
  await soon(() => row.locator('.count > [aria-hidden]').textContent()).toBe('[1]+1')
  expect(await page.locator('.row.is-read').count()).toBe(1)
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('read-posts')
  expect(await site.ctx.db('post_reads').select('postId')).toEqual([])
  await page.evaluate("localStorage.setItem('read-posts', '{broken')")
  await page.reload()
  await ready(page)
  expect(await page.locator('.row.is-read').count()).toBe(0)
})
