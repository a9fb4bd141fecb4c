import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { vote } from '../../../src/features/posts/votes/votes.service.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person
let reader: Person

beforeEach(async () => {
  mina = await aMember(site, 'mina')
  reader = await aMember(site, '수호')
})

const aVotingBoard = (votes: Board['votes'] = 'updown', popularVotes = 2) => aBoard(site, { slug: 'free', votes, popularVotes })
const thePost = async () => (await site.ctx.db<Post>('posts').first())!
const counts = async () => {
  const { voteCount, downCount } = await thePost()
  return [voteCount, downCount]
}
const press = (agent: Agent, choice: string, headers: Record<string, string> = {}) =>
  agent.request('/free/1/vote', {
    method: 'POST',
    body: new URLSearchParams({ vote: choice }),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })

test('a member recommends a post, changes their mind and takes it back, by buttons that stay pressed', async () => {
  await aPost(site, await aVotingBoard(), mina)
  const pressed = (page: { texts(selector: string): string[] }) => page.texts('#vote-form button[aria-pressed="true"]')
  const fresh = await reader.agent.get('/free/1')
  expect([fresh.texts('#vote-form button'), pressed(fresh)]).toEqual([['추천 0', '비추천 0'], []])
  const up = await reader.agent.submit(fresh, '#vote-form', { vote: 'up' })
  expect(up.redirects).toEqual(['/free/1#votes'])
  expect([pressed(up), await counts()]).toEqual([['추천 1'], [1, 0]])
  const down = await reader.agent.submit(up, '#vote-form', { vote: 'down' })
  expect([pressed(down), await counts()]).toEqual([['비추천 1'], [0, 1]])
  // What the pressed button asks for now.
  expect(down.root.querySelector('[data-press="down"]')?.getAttribute('value')).toBe('none')
  const back = await reader.agent.submit(down, '#vote-form', { vote: 'none' })
  expect([pressed(back), await counts()]).toEqual([[], [0, 0]])
  expect(await site.ctx.db('post_votes')).toHaveLength(0)
})

test('two hundred presses at once by one member are one vote, whatever was pressed last', async () => {
  await aPost(site, await aVotingBoard(), mina)
  const answers = await Promise.all(Array.from({ length: 200 }, () => press(reader.agent, 'up')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect([await counts(), await site.ctx.db('post_votes')]).toEqual([[1, 0], [expect.objectContaining({ value: 1 })]])
  const mixed = ['up', 'down', 'none']
  await Promise.all(Array.from({ length: 60 }, (_, index) => press(reader.agent, mixed[index % 3] ?? '')))
  const kept: { value: number }[] = await site.ctx.db('post_votes').select('value')
  expect(await counts()).toEqual([kept.filter(({ value }) => value === 1).length, kept.filter(({ value }) => value === -1).length])
})

test('two hundred members who press at once are all counted, and the post is lifted once', async () => {
  const board = await aVotingBoard('updown', 50)
  const post = await aPost(site, board, mina)
  const voters = Array.from({ length: 200 }, (_, index) => ({ ...reader.viewer, memberId: 10_000 + index }))
  await Promise.all(voters.map((viewer, index) => vote(site.ctx, viewer, { board, post }, index % 4 === 0 ? 'down' : 'up')))
  expect(await counts()).toEqual([150, 50])
  expect((await thePost()).popularAt).not.toBeNull()
  expect(await site.ctx.db('list_blocks').where({ list: 'popular' }).select('listedCount')).toEqual([{ listedCount: 1 }])
  expect(await Array.fromAsync(findDifferences(site.ctx))).toEqual([])
})

test('enough votes lift a post into the popular list, where it stays when some are taken back; a secret one never', async () => {
  const board = await aVotingBoard()
  await aPost(site, board, mina)
  const other = await aMember(site, '셋째')
  await press(reader.agent, 'up')
  expect((await thePost()).popularAt).toBeNull()
  await press(other.agent, 'up')
  const { popularAt } = await thePost()
  expect(popularAt).not.toBeNull()
  await press(other.agent, 'none')
  expect((await thePost()).popularAt).toEqual(popularAt)
  const secret = await aPost(site, board, mina)
  await site.ctx.db('posts').where({ id: secret.id }).update({ secret: 1 })
  const staff = await Promise.all(['넷', '다섯'].map((name) => aMember(site, name, { level: 9 })))
  for (const person of staff) await vote(site.ctx, person.viewer, { board, post: secret }, 'up')
  expect(await site.ctx.db('posts').where({ id: secret.id }).first('voteCount', 'popularAt')).toEqual({ voteCount: 2, popularAt: null })
})

test('a board decides whether there are votes against, or votes at all', async () => {
  await aPost(site, await aVotingBoard('up'), mina)
  expect((await reader.agent.get('/free/1')).texts('#vote-form button')).toEqual(['추천 0'])
  expect((await press(reader.agent, 'down')).status).toBe(403)
  await site.ctx.db('boards').update({ votes: 'none' })
  await site.ctx.memory.forget('boards')
  const page = await reader.agent.get('/free/1')
  expect([page.has('#votes'), page.text('.facts').includes('추천')]).toEqual([false, false])
  expect((await press(reader.agent, 'up')).status).toBe(403)
  expect(await counts()).toEqual([0, 0])
})

test('script gets the buttons as they stand now; nonsense is refused', async () => {
  await aPost(site, await aVotingBoard(), mina)
  const answer = await press(reader.agent, 'down', { accept: 'application/json' })
  expect(await answer.json()).toEqual({
    up: { pressed: false, wish: 'up', count: '0' },
    down: { pressed: true, wish: 'none', count: '1' },
  })
  expect((await press(reader.agent, 'sideways')).status).toBe(400)
  expect((await press(reader.agent, '')).status).toBe(400)
})

test('nobody recommends their own post, and a guest is led to log in and back', async () => {
  await aPost(site, await aVotingBoard(), mina)
  expect((await mina.agent.get('/free/1')).has('#vote-form')).toBe(false)
  expect((await press(mina.agent, 'up')).status).toBe(403)
  const page = await site.visitor().get('/free/1?filter=popular')
  expect(page.root.querySelector('#votes a')?.getAttribute('href')).toBe('/login?returnTo=%2Ffree%2F1%3Ffilter%3Dpopular')
  expect((await press(site.visitor(), 'up')).headers.get('location')).toMatch(/^\/login/)
  expect(await counts()).toEqual([0, 0])
})

test('the form leads back to the list that the post was opened from, and never elsewhere', async () => {
  await aPost(site, await aVotingBoard(), mina)
  const voted = await reader.agent.submit(await reader.agent.get('/free/1?filter=popular'), '#vote-form', { vote: 'up' })
  expect(voted.redirects).toEqual(['/free/1?filter=popular#votes'])
  const away = await reader.agent.submit(voted, '#vote-form', { vote: 'up', returnTo: '//evil.example' })
  expect(away.redirects).toEqual(['/free/1#votes'])
})

test('counts that are wrong are found and counted anew, for and against', async () => {
  await aPost(site, await aVotingBoard(), mina)
  await press(reader.agent, 'down')
  await site.ctx.db('posts').update({ voteCount: 7, downCount: 5 })
  const found = await Array.fromAsync(findDifferences(site.ctx))
  expect(found.map(({ what, kept, counted }) => [what, kept, counted])).toEqual([
    ['votes', 7, 0],
    ['votes against', 5, 1],
  ])
  for (const difference of found) await mendDifference(site.ctx, difference)
  expect(await counts()).toEqual([0, 1])
})
