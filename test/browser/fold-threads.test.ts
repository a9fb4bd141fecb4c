import { expect, test } from 'vitest'
import { createComment } from '../../src/features/comments/comments.service.ts'
import { photograph, ready, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

/** 1 (2 (3), 4), 5 */
async function aThread() {
  const board = await aBoard(site, { slug: 'free', nameKo: '자유게시판' })
  const mina = await aMember(site, '미나')
  const post = await aPost(site, board, mina)
  const say = (body: string, parent?: number) => createComment(site.ctx, mina.viewer, { board, post }, { body, parent })
  await say('저녁에 뭐 먹을까요?')
  await say('국수요', 1)
  await say('저도 국수', 2)
  await say('김밥이요', 1)
  await say('다른 이야기')
  return { say }
}

test('a thread is folded and stays so at the next visit; what a link or the next new comment leads to is shown', async () => {
  const { say } = await aThread()
  const { page } = await openAs(chromium, site, null)
  const shown = () =>
    page.evaluate<string>(
      `[...document.querySelectorAll('.comment')].filter((each) => each.checkVisibility()).map(({ id }) => id.slice(8)).join('')`,
    )
  await page.goto('/free/1')
  await ready(page)
  expect(await page.locator('[data-fold-below]').allTextContents()).toEqual(['답글 3개 접기', '답글 1개 접기'])
  await page.getByRole('button', { name: '답글 3개 접기' }).press('Enter')
  const button = page.locator('#comment-1 [data-fold-below]')
  expect([await button.textContent(), await button.getAttribute('aria-expanded'), await shown()]).toEqual([
    '답글 3개 펼치기',
    'false',
    '15',
  ])
  await photograph(page, 'folded-thread')
  await say('새로 온 국수', 3)
  await page.goto('/free/1')
  await ready(page)
  expect([await button.textContent(), await shown()]).toEqual(['답글 4개 펼치기 · 새 댓글 1', '15'])
  await page.keyboard.press('n')
  expect([await page.evaluate('document.activeElement.id'), await shown()]).toEqual(['comment-6', '123645'])
  await page.goto('/free/1#comment-3')
  await page.reload()
  await ready(page)
  expect(await shown()).toBe('123645')
  await page.goto('/')
  await page.goto('/free/1')
  await ready(page)
  expect(await shown()).toBe('15')
  await button.click()
  await page.reload()
  await ready(page)
  expect(await shown()).toBe('123645')
})

test('what was folded is forgotten after five hundred others, and nonsense in the browser asks for nothing', async () => {
  await aThread()
  const { page } = await openAs(chromium, site, null)
  await page.goto('/free/1')
  await page.evaluate(`localStorage.setItem('folded-threads', JSON.stringify(Array.from({ length: 500 }, (_, at) => [at + 1000, 1])))`)
  await page.reload()
  await ready(page)
  await page.locator('#comment-1 [data-fold-below]').click()
  const kept = await page.evaluate<[number, number][]>(`JSON.parse(localStorage.getItem('folded-threads'))`)
  expect([kept.length, kept.at(0)?.[0], kept.at(-1)?.[1]]).toEqual([500, 1001, 1])
  await page.evaluate(`localStorage.setItem('folded-threads', '{"broken')`)
  await page.reload()
  await ready(page)
  expect(await page.locator('.comment:visible').count()).toBe(5)
})
