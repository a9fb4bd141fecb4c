import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { loadComment } from '../../../src/features/comments/comments.read-models.ts'
import { createComment } from '../../../src/features/comments/comments.service.ts'
import { voteOnComment } from '../../../src/features/comments/votes/comment-votes.service.ts'
import { moderateComment } from '../../../src/features/moderation/moderation.service.ts'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { isDatabaseUnavailable } from '../../../src/lib/db/errors.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let post: Post
let mina: Person
let reader: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', votes: 'updown' })
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
  post = await aPost(site, board, mina)
  await createComment(site.ctx, mina.viewer, { board, post }, { body: '다리 건너 오른쪽' })
})

const press = (agent: Agent, choice: string, headers: Record<string, string> = {}, comment = 1) =>
  agent.request(`/free/1/comments/${comment}/vote`, {
    method: 'POST',
    body: new URLSearchParams({ vote: choice }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })
const counts = async (number = 1) => {
  const { voteCount, downCount } = await site.ctx.db('comments').where({ number }).first('voteCount', 'downCount')
  return [voteCount, downCount]
}
const buttons = (page: Page) => page.texts('#comment-1 .comment__votes button')
const pressed = (page: Page) => page.texts('#comment-1 .comment__votes [aria-pressed="true"]')
/** As a browser without script does: the button has an address of its own. */
async function push(agent: Agent, page: Page, choice: 'up' | 'down') {
  const button = page.root.querySelector(`#comment-1 [data-press=${choice}]`)
  const form = page.root.querySelector(`#${button?.getAttribute('form')}`)
  const fields = Object.fromEntries(
    (form?.querySelectorAll('input') ?? []).map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']),
  )
  return agent.post(button?.getAttribute('formaction') ?? '', { ...fields, vote: button?.getAttribute('value') ?? '' })
}

/** Who is told to come back does: on a slow machine two hundred find no connection at once. */
async function untilTaken(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await act()
      return
    } catch (error) {
      if (tries === 20 || !isDatabaseUnavailable(error)) throw error
    }
  }
}

test('a member recommends a comment, changes their mind and takes it back, by buttons that stay pressed', async () => {
  const fresh = await reader.agent.get('/free/1')
  expect([buttons(fresh), pressed(fresh)]).toEqual([['추천 0', '비추천 0'], []])
  const up = await push(reader.agent, fresh, 'up')
  expect(up.redirects).toEqual(['/free/1#comment-1'])
  expect([pressed(up), await counts()]).toEqual([['추천 1'], [1, 0]])
  const down = await push(reader.agent, up, 'down')
  expect([pressed(down), await counts()]).toEqual([['비추천 1'], [0, 1]])
  const back = await push(reader.agent, down, 'down')
  expect([pressed(back), await counts(), await site.ctx.db('comment_votes')]).toEqual([[], [0, 0], []])
})

test('two hundred presses at once by one member are one vote, whatever was pressed last', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => press(reader.agent, 'up')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await counts()).toEqual([1, 0])
  const mixed = ['up', 'down', 'none']
  await Promise.all(Array.from({ length: 60 }, (_, index) => press(reader.agent, mixed[index % 3] ?? '')))
  const kept: { value: number }[] = await site.ctx.db('comment_votes').select('value')
  expect(await counts()).toEqual([kept.filter(({ value }) => value === 1).length, kept.filter(({ value }) => value === -1).length])
})

test('two hundred members who press at once are all counted, while others answer it', async () => {
  const at = { board, post, comment: await loadComment(site.ctx, { board, post }, 1) }
  const voters = Array.from({ length: 200 }, (_, index) => ({ ...reader.viewer, memberId: 10_000 + index }))
  await Promise.all([
    ...voters.map((viewer, index) => untilTaken(() => voteOnComment(site.ctx, viewer, at, index % 4 === 0 ? 'down' : 'up'))),
    ...Array.from({ length: 20 }, (_, index) =>
      untilTaken(() => createComment(site.ctx, reader.viewer, { board, post }, { body: `${index}`, parent: 1 })),
    ),
  ])
  expect(await counts()).toEqual([150, 50])
  expect(await Array.fromAsync(findDifferences(site.ctx))).toEqual([])
})

test('script gets the buttons as they stand now; nonsense is refused', async () => {
  const answer = await press(reader.agent, 'down', { accept: 'application/json' })
  expect(await answer.json()).toEqual({
    up: { pressed: false, wish: 'up', count: '0' },
    down: { pressed: true, wish: 'none', count: '1' },
  })
  expect((await press(reader.agent, 'sideways')).status).toBe(400)
  expect((await press(reader.agent, 'up', {}, 9)).status).toBe(404)
})

test('nobody recommends their own comment, and a guest is led to log in and back to it', async () => {
  const own = await mina.agent.get('/free/1')
  expect([buttons(own), own.text('#comment-1 .comment__votes')]).toEqual([[], '추천 0 비추천 0'])
  expect((await press(mina.agent, 'up')).status).toBe(403)
  const page = await site.visitor().get('/free/1')
  expect(page.root.querySelector('#comment-1 .comment__votes a')?.getAttribute('href')).toBe('/login?returnTo=%2Ffree%2F1%2Fcomments%2F1')
  expect((await press(site.visitor(), 'up')).headers.get('location')).toMatch(/^\/login/)
  expect(await counts()).toEqual([0, 0])
})

test('a board decides whether there are votes against, or votes at all', async () => {
  await site.ctx.db('boards').update({ votes: 'up' })
  await site.ctx.memory.forget('boards')
  expect(buttons(await reader.agent.get('/free/1'))).toEqual(['추천 0'])
  expect((await press(reader.agent, 'down')).status).toBe(403)
  await site.ctx.db('boards').update({ votes: 'none' })
  await site.ctx.memory.forget('boards')
  const page = await reader.agent.get('/free/1')
  expect(page.has('.comment__votes')).toBe(false)
  expect((await press(reader.agent, 'up')).status).toBe(403)
})

test('what is hidden, deleted or below a hidden post takes no votes; below a locked one it does', async () => {
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const at = { board, post, comment: await loadComment(site.ctx, { board, post }, 1) }
  await moderator.agent.post('/free/1/lock', { reason: '다툼' })
  expect((await press(reader.agent, 'up')).status).toBe(303)
  await moderateComment(site.ctx, moderator.viewer, at, { action: 'hide-comment', reason: '욕설' })
  expect((await press(reader.agent, 'up')).status).toBe(403)
  await moderateComment(site.ctx, moderator.viewer, at, { action: 'restore-comment', reason: '' })
  expect(pressed(await reader.agent.get('/free/1'))).toEqual(['추천 1'])
  await mina.agent.post('/free/1/comments/1/delete', {})
  expect((await press(reader.agent, 'none')).status).toBe(403)
  await moderator.agent.post('/free/1/hide', { reason: '광고' })
  expect((await press(reader.agent, 'up')).status).toBe(404)
})

test('the button leads back to the page of the thread and the list it was pressed on, and never elsewhere', async () => {
  const page = await reader.agent.get('/free/1?filter=popular')
  const voted = await push(reader.agent, page, 'up')
  expect(voted.redirects).toEqual(['/free/1?filter=popular#comment-1'])
  const away = await reader.agent.post('/free/1/comments/1/vote', { vote: 'none', returnTo: '//evil.example' })
  expect(away.redirects).toEqual(['/free/1#comment-1'])
})

test('counts that are wrong are found and counted anew, for and against', async () => {
  await press(reader.agent, 'down')
  await site.ctx.db('comments').update({ voteCount: 7, downCount: 5 })
  const found = await Array.fromAsync(findDifferences(site.ctx))
  expect(found.map(({ what, kept, counted }) => [what, kept, counted])).toEqual([
    ['votes of a comment', 7, 0],
    ['votes against a comment', 5, 1],
  ])
  for (const difference of found) await mendDifference(site.ctx, difference)
  expect(await counts()).toEqual([0, 1])
})
