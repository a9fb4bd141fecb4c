import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import type { Agent } from '../../support/agent.ts'
import { type OpenStream, openStream, soonTold, watchAddress } from '../../support/event-stream.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { readPage } from '../../support/page.ts'
import { countAnew } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let asker: Person
let helper: Person
let keeper: Person
let path: string
const streams: OpenStream[] = []

beforeEach(async () => {
  board = await aBoard(site, { slug: 'qna', look: 'qna', votes: 'updown', secretComments: true })
  asker = await aMember(site, '묻는이')
  helper = await aMember(site, '돕는이')
  keeper = await aMember(site, '지기', { moderates: [board] })
  path = `/qna/${(await aPost(site, board, asker)).number}`
  for (const body of ['하나', '둘', '셋']) await helper.agent.post(`${path}/comments`, { body })
})

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})

interface Since {
  html: string
  gone: number[]
  last: number
  changes: number
  isMoreChanged: boolean
  countText: string
}

/** What an open page asks for: it knows all comments, and changes up to this one. */
async function since(agent: Agent, changes: number, after = 100) {
  const response = await agent.request(`${path}/comments/since?after=${after}&changes=${changes}`, { headers: { accept: '*/*' } })
  const answer = JSON.parse(await response.text()) as Since
  const items = readPage(response, answer.html, path, []).root.querySelectorAll('li')
  const states = Object.fromEntries(items.map((item) => [item.getAttribute('data-number'), item.getAttribute('data-state')]))
  return { ...answer, states }
}
const visitor = () => site.visitor()
const act = (who: Person, comment: number, what: string, fields: Record<string, string> = {}) =>
  who.agent.post(`${path}/comments/${comment}/${what}`, fields)
const edit = (comment: number, body: string, version: number, fields: Record<string, string> = {}) =>
  act(helper, comment, 'edit', { body, version: String(version), ...fields })

test('each thing that is done to a comment is a change that an open page is given once, in what its reader may see', async () => {
  const done: [() => Promise<unknown>, Record<string, string>, number[]][] = [
    [() => edit(1, '하나를 고침', 1), { 1: '2v' }, []],
    [() => act(asker, 1, 'vote', { vote: 'up' }), { 1: '2v' }, []],
    [() => act(keeper, 1, 'hide', { reason: '규칙' }), { 1: 'h' }, []],
    [() => act(keeper, 1, 'restore', { reason: '오해' }), { 1: '2v' }, []],
    [() => act(asker, 1, 'pin', { pin: 'yes' }), { 1: '2vp' }, []],
    [() => act(asker, 2, 'pin', { pin: 'yes' }), { 1: '2v', 2: '1vp' }, []],
    [() => act(asker, 3, 'accept', { accept: 'yes' }), { 3: '1va' }, []],
    [() => act(helper, 3, 'delete'), {}, [3]],
    [() => act(helper, 3, 'undelete'), { 3: '1va' }, []],
    [() => act(asker, 3, 'accept', { accept: 'no' }), { 3: '1v' }, []],
  ]
  for (const [index, [change, states, gone]] of done.entries()) {
    await change()
    expect(await since(visitor(), index), `change ${index + 1}`).toMatchObject({ states, gone, changes: index + 1, isMoreChanged: false })
  }
  expect(await since(visitor(), done.length)).toMatchObject({ states: {}, gone: [] })
  // Of one that changed several times there is one, as it is by now.
  expect((await since(visitor(), 0)).states).toEqual({ 1: '2v', 2: '1vp', 3: '1v' })
  expect((await since(helper.agent, 0)).html).toContain(`${path}/comments/1/edit`)
})

test('what changes nothing is no change: a vote that stands already, an edit of an older text', async () => {
  await act(asker, 1, 'vote', { vote: 'up' })
  await act(asker, 1, 'vote', { vote: 'up' })
  await edit(1, '낡은 판', 7)
  expect((await since(visitor(), 0)).changes).toBe(1)
})

test('a deleted one that was answered is a stub; with its last answer it goes, and comes back with it', async () => {
  await asker.agent.post(`${path}/comments`, { body: '셋에 답글', parent: '3' })
  await act(helper, 3, 'delete')
  expect(await since(visitor(), 0)).toMatchObject({ states: { 3: 'd' }, gone: [] })
  await act(asker, 4, 'delete')
  const both = await since(visitor(), 1)
  expect([both.states, both.gone.toSorted()]).toEqual([{}, [3, 4]])
  await act(asker, 4, 'undelete')
  expect(await since(visitor(), 2)).toMatchObject({ states: { 3: 'd', 4: '1v' }, gone: [] })
})

test('of what becomes secret others are given the stub, and not told when it is rewritten', async () => {
  await edit(1, '연락처 남깁니다', 1, { secretAsked: 'yes', secret: 'yes' })
  const others = await since(visitor(), 0)
  expect([others.states, others.html.includes('연락처')]).toEqual([{ 1: 'v' }, false])
  expect((await since(asker.agent, 0)).html).toContain('연락처 남깁니다')
  await edit(1, '연락처를 고칩니다', 2, { secretAsked: 'yes', secret: 'yes' })
  expect((await since(visitor(), 1)).states).toEqual({ 1: 'v' })
  expect((await since(asker.agent, 1)).states).toEqual({ 1: '3v' })
})

test('own votes and muted authors are known in what comes later too', async () => {
  await act(asker, 1, 'vote', { vote: 'up' })
  await asker.agent.post('/members/돕는이/mute', { mute: 'yes' })
  const { html } = await since(asker.agent, 0)
  expect(html).toContain('aria-pressed="true"')
  expect(html).toContain('comment__folded')
  expect((await since(asker.agent, 1, 2)).html).toContain('comment__folded')
  expect((await since(visitor(), 0)).html).not.toContain('comment__folded')
})

test('a page that knows of no changes is told of none, and of nonsense nothing', async () => {
  await edit(1, '고침', 1)
  const old = await site.visitor().request(`${path}/comments/since?after=3`, { headers: { accept: '*/*' } })
  expect(JSON.parse(await old.text())).toMatchObject({ gone: [], changes: 1 })
  for (const changes of ['', '-1', 'x', '99999999999'])
    expect((await site.visitor().request(`${path}/comments/since?after=3&changes=${changes}`)).status, changes).toBe(404)
})

test('of very many changes it is told that there are more, and none is left out', async () => {
  site.mayMiscount('comments in a bucket')
  const [{ id }] = (await site.ctx.db('posts').select('id')) as [{ id: number }]
  const rows = Array.from({ length: 130 }, (_, index) => ({
    ...{
      postId: id,
      number: index + 4,
      path: Buffer.from([0, 0, 0, index + 4]),
      authorId: helper.viewer.memberId,
      changeNumber: index + 1,
    },
    ...{ body: '한마디', html: '<p>한마디</p>', rendererVersion: 1_000, createdAt: new Date() },
  }))
  await site.ctx.db('comments').insert(rows)
  await site.ctx.db('posts').where({ id }).update({ lastCommentNumber: 133, commentCount: 133, lastChangeNumber: 130 })
  await countAnew(site)
  const seen = new Set<string>()
  let changes = 0
  let asked = 0
  for (let more = true; more; asked += 1) {
    const answer = await since(visitor(), changes, 133)
    for (const number of Object.keys(answer.states)) seen.add(number)
    changes = answer.changes
    more = answer.isMoreChanged
  }
  expect([seen.size, asked, changes]).toEqual([130, 2, 130])
})

const open = async (address: string) => {
  const stream = await openStream(site.url, address)
  streams.push(stream)
  return stream
}

test('acceptance and pins are told at once, votes a little later and once', async () => {
  const stream = await open(await watchAddress(visitor(), path))
  await act(asker, 1, 'pin', { pin: 'yes' })
  await soonTold(stream).toBe(1)
  await act(asker, 1, 'accept', { accept: 'yes' })
  await soonTold(stream).toBe(2)
  await sleep(600)
  for (const comment of [1, 2, 3]) await act(asker, comment, 'vote', { vote: 'up' })
  await sleep(1_000)
  expect(stream.told()).toHaveLength(2)
  await expect.poll(() => stream.told().length, { timeout: 8_000 }).toBe(3)
}, 20_000)

test('what changed while nobody listened is told to who comes back, and to who knows it nothing', async () => {
  const address = await watchAddress(visitor(), path)
  await edit(1, '고침', 1)
  await soonTold(await open(address)).toBe(1)
  const upToDate = await open(await watchAddress(visitor(), path))
  // A page from before changes were numbered.
  const old = await open(address.replace(/\.\d+$/, ''))
  await sleep(200)
  expect([upToDate.told(), old.told(), old.status]).toEqual([[], [], 200])
})

test('changes of one post in many requests at once are numbered one by one', async () => {
  await Promise.all([1, 2, 3].flatMap((comment) => [asker, keeper].map((who) => act(who, comment, 'vote', { vote: 'up' }))))
  const rows = (await site.ctx.db('comments').orderBy('changeNumber').select('changeNumber')) as { changeNumber: number }[]
  const { lastChangeNumber } = await site.ctx.db('posts').first('lastChangeNumber')
  expect([lastChangeNumber, new Set(rows.map(({ changeNumber }) => changeNumber)).size]).toEqual([6, 3])
  expect((await since(visitor(), 0)).states).toEqual({ 1: '1v', 2: '1v', 3: '1v' })
})
