import { expect, test } from 'vitest'
import { threadPath } from '../../src/features/comments/comments.types.ts'
import { threadsChanged } from '../../src/features/comments/threads/thread-buckets.service.ts'
import { addComments, holdPost } from '../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { ready, useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost, PASSWORD } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

async function aLongThread(): Promise<string> {
  const { db } = site.ctx
  const mina = await aMember(site, 'mina')
  const { id: postId } = await aPost(site, await aBoard(site, { slug: 'free', votes: 'updown' }), mina)
  const said = { postId, authorId: mina.viewer.memberId, body: '말', html: '<p>말</p>', rendererVersion: 1_000, createdAt: new Date() }
  await db('comments').insert(
    Array.from({ length: 230 }, (_, index) => ({ ...said, number: index + 1, path: threadPath(null, index + 1) })),
  )
  await inTransaction(db, async (trx) => {
    const held = await holdPost(trx, postId)
    if (held) await addComments(trx, held, { numbers: 230, seen: 230 }, new Date())
    await threadsChanged(trx, { id: postId, lastCommentNumber: 230 }, 'all')
  })
  return (await aMember(site, '수호')).login
}

test('several comments are voted on where they stand; an address that was copied in another order leads to the page that holds its comment', async () => {
  const login = await aLongThread()
  const { page } = await chromium.open()
  await page.goto(`${site.url}/login`)
  await page.fill('input[name=login]', login)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('form#login [type=submit]')
  await page.goto(`${site.url}/free/1#comment-150`)
  await page.waitForURL('**/free/1?comments=2#comment-150')
  await page.click('#comment-sorts [value="newest"]')
  await page.waitForURL('**/free/1#comments')
  await page.goto(`${site.url}/free/1?comments=2#comment-20`)
  await page.waitForURL('**/free/1?comments=3#comment-20')
  await ready(page)
  await page.evaluate('window.stillHere = true')
  for (const number of [20, 21, 22]) await page.click(`#comment-${number} [data-press="up"]`)
  for (const number of [20, 21, 22]) await page.waitForSelector(`#comment-${number} [data-press="up"][aria-pressed="true"]`)
  expect(await page.locator('#comment-21 [data-press="up"] [data-count]').innerText()).toBe('1')
  expect(await page.evaluate('window.stillHere')).toBe(true)
  expect(await site.ctx.db('comment_votes').count({ n: '*' })).toEqual([{ n: 3 }])
}, 60_000)
