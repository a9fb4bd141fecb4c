import { beforeEach, expect, test } from 'vitest'
import { relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { refreshSomeTexts } from '../../../src/refresh-texts.ts'
import { tellSubscribers } from '../../../src/subscribers.ts'
import { type Talker, useTalk } from './talk.ts'

const talk = useTalk()
let suho: Talker

beforeEach(async () => {
  suho = await talk.member('수호')
  await talk.ctx.db('outbox').delete()
})

const say = (body: string, by = talk.mina) => by.agent.post(`${talk.post.path}/comments`, { body })
const edit = async (body: string) => {
  const page = await talk.mina.agent.get(`${talk.post.path}/comments/1/edit`)
  return talk.mina.agent.submit(page, '#comment-form', { body })
}
const links = async (number = 1) =>
  (await talk.visitor.get(talk.post.path)).root
    .querySelectorAll(`#comment-${number} .said a`)
    .map((link) => [link.text, decodeURIComponent(link.getAttribute('href') ?? '')])
const called = () => talk.ctx.db('comment_mentions').orderBy(['commentId', 'name']).select('name', 'memberId')
const told = async (event: string) => {
  const rows: { payload: string | { mentioned: number[] } }[] = await talk.ctx.db('outbox').where({ event }).orderBy('id').select('payload')
  return rows.map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload).mentioned)
}

test('who is called by name is told, and their name leads to them', async () => {
  const page = await say('@수호님, @수집기는 뭐라고 했나요? @없는이름 @mina')
  expect(page.text('#comment-1 .said')).toBe('@수호님, @수집기는 뭐라고 했나요? @없는이름 @mina')
  expect(await links()).toEqual([
    ['@수호', '/members/수호'],
    ['@수집기', '/members/수집기'],
    ['@mina', '/members/mina'],
  ])
  // One's own name is a link, and no news.
  expect(await told('comment.created')).toEqual([[suho.id, talk.author.id]])
  expect((await talk.visitor.get(`/members/${encodeURIComponent('수호')}`)).status).toBe(200)
})

test('called three times, under whatever letters, one is told once', async () => {
  const jun = await talk.member('Jun')
  await say('@jun @JUN @Jun 어디?')
  expect(await told('comment.created')).toEqual([[jun.id]])
  expect(await called()).toEqual([{ name: 'jun', memberId: jun.id }])
})

test('a change tells those alone who were not called before; who is called no more leaves no trace', async () => {
  await say('@수호 안녕')
  await edit('@수호 @지기 안녕')
  await edit('@지기 안녕')
  expect(await told('comment.edited')).toEqual([[talk.moderator.id], []])
  expect(await called()).toEqual([{ name: '지기', memberId: talk.moderator.id }])
  expect(await links()).toEqual([['@지기', '/members/지기']])
})

test('a name means whom it meant when it was written, whatever they are called by now', async () => {
  await say('@수호 안녕')
  await suho.agent.submit(await suho.agent.get('/me'), '#nickname', { nickname: '파도' })
  const other = await talk.member('수호')
  await relayOutbox(talk.ctx, (event, payload) => tellSubscribers(talk.ctx, event, payload))
  await refreshSomeTexts(talk.ctx)
  expect(await links()).toEqual([['@수호', '/members/파도']])
  await talk.ctx.db('outbox').delete()
  await edit('@수호 잘 지내요?')
  expect(await links()).toEqual([['@수호', '/members/파도']])
  expect(await told('comment.edited')).toEqual([[]])
  await say('@수호')
  expect(await told('comment.created')).toEqual([[other.id]])
  expect(await links(2)).toEqual([['@수호', '/members/수호']])
})

test('who left is called no more, and who was called by a text of an older renderer still is', async () => {
  await say('@수호와 @지기')
  await talk.ctx.db('comments').update({ rendererVersion: 0, html: 'old' })
  await talk.ctx.db('members').where({ id: suho.id }).update({ status: 'left' })
  await refreshSomeTexts(talk.ctx)
  expect(await links()).toEqual([['@지기', '/members/지기']])
  await say('@수호')
  expect(await links(2)).toEqual([])
})

test('a nickname that is markup stays text when it is called', async () => {
  await talk.member('<b onclick="x">"&\'')
  const page = await say('@<b onclick="x">"&\' @수호<script>alert(1)</script>')
  expect(page.text('#comment-1 .said')).toBe('@<b onclick="x">"&\' @수호<script>alert(1)</script>')
  expect(page.has('#comment-1 .said script, #comment-1 .said b, #comment-1 [onclick]')).toBe(false)
})
