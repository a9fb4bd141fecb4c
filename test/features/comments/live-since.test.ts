import { expect, test } from 'vitest'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember, aPost, firstBoards } from '../../support/factories.ts'
import { readPage } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

interface Since {
  html: string
  last: number
  isMore: boolean
  countText: string
}

async function since(
  agent: Agent,
  path: string,
  after: number | string,
): Promise<{ status: number; cache: string; answer: Since; ids: string[] }> {
  const response = await agent.request(`${path}/comments/since?after=${after}`, { headers: { accept: '*/*' } })
  const body = await response.text()
  const answer = response.status === 200 ? (JSON.parse(body) as Since) : { html: '', last: 0, isMore: false, countText: '' }
  const ids = readPage(response, answer.html, path, [])
    .root.querySelectorAll('li')
    .map(({ id }) => id)
  return { status: response.status, cache: response.headers.get('cache-control') ?? '', answer, ids }
}

async function aTalk() {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  const path = `/free/${(await aPost(site, free, mina)).number}`
  const say = (body: string, parent = '') => mina.agent.post(`${path}/comments`, { body, parent })
  return { free, mina, path, say }
}

test('who knows the first comments is given the others as the thread shows them, replies below what they answer', async () => {
  const { path, say } = await aTalk()
  await say('하나')
  await say('둘')
  await say('셋', '1')
  await say('넷', '3')
  const { ids, answer } = await since(site.visitor(), path, 1)
  expect(ids).toEqual(['comment-3', 'comment-4', 'comment-2'])
  expect(answer).toMatchObject({ last: 4, isMore: false, countText: '4' })
  const root = readPage(new Response(), answer.html, path, []).root
  expect(root.querySelector('#comment-4')?.attributes).toMatchObject({ 'data-number': '4', 'data-depth': '2', 'data-parent': '3' })
  expect((await since(site.visitor(), path, 4)).ids).toEqual([])
})

test('each is given their own buttons, and what is hidden or deleted as the page would show it', async () => {
  const { mina, path, say, free } = await aTalk()
  await say('숨길 말')
  await say('지울 말')
  await say('지울 말에 답글', '2')
  await say('아무도 답하지 않고 지운 말')
  const keeper = await aMember(site, '지기', { moderates: [free] })
  await keeper.agent.post(`${path}/comments/1/hide`, { reason: '규칙' })
  await mina.agent.post(`${path}/comments/2/delete`, {})
  await mina.agent.post(`${path}/comments/4/delete`, {})
  const guest = await since(site.visitor(), path, 0)
  expect(guest.ids).toEqual(['comment-1', 'comment-2', 'comment-3'])
  expect(guest.answer.last).toBe(4)
  expect(guest.answer.html).not.toMatch(/숨길 말|지울 말<|_csrf/)
  expect((await since(keeper.agent, path, 0)).answer.html).toContain('숨길 말')
  expect((await since(mina.agent, path, 0)).answer.html).toContain(`${path}/comments/3/edit`)
})

test('it is refused to whoever may not read the post, as the post is', async () => {
  await firstBoards(site)
  const board = await aBoard(site, { slug: 'inner', readLevel: 3, listLevel: 3, writeLevel: 3, commentLevel: 3 })
  const author = await aMember(site, '미나', { level: 3 })
  const path = `/inner/${(await aPost(site, board, author)).number}`
  await author.agent.post(`${path}/comments`, { body: '안에서만 하는 말' })
  const outside = await aMember(site, '바깥')
  expect((await since(site.visitor(), path, 0)).status).toBe((await site.visitor().request(path)).status)
  expect((await since(outside.agent, path, 0)).status).toBe((await outside.agent.request(path)).status)
  expect((await since(author.agent, path, 0)).ids).toEqual(['comment-1'])
  for (const after of ['', '-1', '1e3', 'x', '99999999999']) expect((await since(author.agent, path, after)).status, after).toBe(404)
})

test('guests share one answer, a member’s is nobody else’s', async () => {
  const { mina, path, say } = await aTalk()
  await say('하나')
  expect((await since(site.visitor(), path, 0)).cache).toBe('private, no-cache')
  expect((await since(mina.agent, path, 0)).cache).toBe('no-store')
  await say('둘')
  expect((await since(site.visitor(), path, 0)).ids).toEqual(['comment-1', 'comment-2'])
})

test('of very many it is told that there are more', async () => {
  const { path, say } = await aTalk()
  for (let time = 0; time < 4; time += 1) await Promise.all(Array.from({ length: 27 }, () => say('한마디')))
  const first = await since(site.visitor(), path, 0)
  expect([first.ids.length, first.answer.last, first.answer.isMore]).toEqual([100, 100, true])
  const second = await since(site.visitor(), path, first.answer.last)
  expect([second.ids.length, second.answer.last, second.answer.isMore]).toEqual([8, 108, false])
})
