import { expect, test } from 'vitest'
import { blockStart } from '../../../src/features/posts/lists/post-lists.types.ts'
import { setPostStatus } from '../../../src/features/posts/posts.service.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { useTalk } from '../comments/talk.ts'

const talk = useTalk()
const stateOf = (id = talk.post.id) => talk.ctx.db('posts').where({ id }).first('status', 'pinnedAt', 'lockedAt', 'deletedAt', 'listed')
const acts = (postId = talk.post.id) => talk.ctx.db('moderation_actions').where({ postId }).orderBy('id')
const events = () => talk.ctx.db('outbox').orderBy('id').pluck('event')

/** What the page index says, and what the list would show. */
async function listed() {
  const { db } = talk.ctx
  const counted = await db('list_blocks')
    .where({ boardId: talk.board.id, list: 'newest', fromRank: blockStart(talk.post.number) })
    .first('listedCount')
  const [{ n } = { n: -1 }] = (await db('posts').where({ boardId: talk.board.id, listed: 1 }).count({ n: '*' })) as { n: number }[]
  return { counted: counted?.listedCount, there: n }
}

test('a moderator hides a post with a reason, and later restores it', async () => {
  const ask = await talk.moderator.agent.get(`${talk.post.path}/hide`)
  expect(ask.text('h1')).toBe('숨기기')
  const after = await talk.moderator.agent.submit(ask, '#reason-form', { reason: '광고 글입니다 <b>' })
  expect(after.path).toBe(talk.post.path)
  expect(await stateOf()).toMatchObject({ status: 'hidden', listed: 0 })
  expect(await listed()).toEqual({ counted: 0, there: 0 })
  expect((await talk.visitor.get(talk.post.path)).status).toBe(404)
  expect((await talk.mina.agent.get(talk.post.path)).status).toBe(404)

  expect((await talk.author.agent.get('/me')).text('.acts-on-me')).toContain('광고 글입니다 <b>')
  const seen = await talk.author.agent.get(talk.post.path)
  expect(seen.status).toBe(200)
  expect(seen.body).toContain('광고 글입니다 ')

  await talk.admin.agent.submit(await talk.admin.agent.get(`${talk.post.path}/restore`), '#reason-form')
  expect(await stateOf()).toMatchObject({ status: 'visible', listed: 1 })
  expect(await listed()).toEqual({ counted: 1, there: 1 })
  expect((await talk.visitor.get(talk.post.path)).status).toBe(200)
  expect(await acts()).toMatchObject([
    { action: 'hide', moderatorId: talk.moderator.id, memberId: talk.author.id, boardId: talk.board.id, reason: '광고 글입니다 <b>' },
    { action: 'restore', moderatorId: talk.admin.id, reason: '' },
  ])
  expect(await events()).toEqual(['post.hidden', 'post.restored'])
})

test('a notice leaves the numbered list and comes back to it', async () => {
  await talk.moderator.agent.post(`${talk.post.path}/pin`, { reason: '' })
  expect(await stateOf()).toMatchObject({ listed: 0, pinnedAt: expect.any(Date) })
  expect(await listed()).toEqual({ counted: 0, there: 0 })
  await talk.moderator.agent.post(`${talk.post.path}/unpin`, { reason: '' })
  expect(await listed()).toEqual({ counted: 1, there: 1 })
})

test('what a moderator removes is gone for its author too, and no notice any more', async () => {
  await talk.moderator.agent.post(`${talk.post.path}/pin`, { reason: '' })
  await talk.moderator.agent.post(`${talk.post.path}/remove`, { reason: '개인 정보' })
  expect(await stateOf()).toMatchObject({ status: 'deleted', pinnedAt: null, deletedAt: expect.any(Date) })
  expect((await talk.author.agent.get(talk.post.path)).status).toBe(404)
  expect((await talk.moderator.agent.post(`${talk.post.path}/restore`, { reason: '' })).status).toBe(409)
  expect((await talk.moderator.agent.post(`${talk.post.path}/pin`, { reason: '' })).status).toBe(409)
  expect((await acts()).map(({ action }) => action)).toEqual(['pin', 'delete'])
})

test.each(['hide', 'lock', 'remove'])('to %s a post needs a reason, and a refused one keeps what was typed', async (act) => {
  const empty = await talk.moderator.agent.post(`${talk.post.path}/${act}`, { reason: '  \u3164 ' })
  expect(empty.status).toBe(422)
  expect(empty.text('.error')).toContain('사유를 적어')
  const long = '가'.repeat(501)
  const refused = await talk.moderator.agent.post(`${talk.post.path}/${act}`, { reason: long })
  expect(refused.status).toBe(422)
  expect(refused.text('textarea')).toBe(long)
  expect(await acts()).toEqual([])
  expect(await stateOf()).toMatchObject({ status: 'visible', lockedAt: null })
})

test('what is done already is not done and not recorded again: the second moderator is told', async () => {
  await talk.moderator.agent.post(`${talk.post.path}/lock`, { reason: '하나' })
  const second = await talk.admin.agent.request(`${talk.post.path}/lock`, {
    method: 'POST',
    body: new URLSearchParams({ reason: '둘' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(second.status).toBe(303)
  expect(Buffer.from(talk.admin.agent.cookies.get('flash') ?? '', 'base64url').toString()).toContain('moderation.flash.already')
  expect(await acts()).toMatchObject([{ action: 'lock', reason: '하나' }])
})

test('50 pairs of moderators hide and restore at the same time: the log tells what happened to the state it ended in', async () => {
  for (let pair = 0; pair < 50; pair += 1) {
    await Promise.all([
      talk.moderator.agent.post(`${talk.post.path}/hide`, { reason: `${pair}` }),
      talk.admin.agent.post(`${talk.post.path}/${pair % 3 === 0 ? 'hide' : 'restore'}`, { reason: `${pair}` }),
    ])
  }
  const log = (await acts()).map(({ action }) => action)
  // Never two of a kind in a row: each row is one change of state.
  expect(log).toEqual(log.map((_, index) => (index % 2 === 0 ? 'hide' : 'restore')))
  expect((await stateOf())?.status).toBe(log.at(-1) === 'hide' ? 'hidden' : 'visible')
  expect(await events()).toEqual(log.map((action) => (action === 'hide' ? 'post.hidden' : 'post.restored')))
  const { counted, there } = await listed()
  expect(counted).toBe(there)
}, 60_000)

test('different acts at the same time never leave a deleted notice, and the page index agrees', async () => {
  for (let round = 0; round < 12; round += 1) {
    const post = await talk.aPost()
    await Promise.all(['pin', 'remove', 'hide', 'lock'].map((act) => talk.moderator.agent.post(`${post.path}/${act}`, { reason: '함께' })))
    expect(await stateOf(post.id)).toMatchObject({ status: 'deleted', pinnedAt: null })
    const { counted, there } = await listed()
    expect(counted).toBe(there)
  }
})

const doors = ['approve', 'hide', 'restore', 'lock', 'unlock', 'pin', 'unpin', 'remove']

test.each(doors)('%s: a guest is asked to log in, a member refused, a moderator of another board too', async (act) => {
  const elsewhere = await talk.member('이웃지기', { level: 8 })
  expect((await talk.visitor.request(`${talk.post.path}/${act}`)).headers.get('location')).toMatch(/^\/login/)
  for (const { agent } of [talk.mina, talk.author, elsewhere]) {
    expect((await agent.get(`${talk.post.path}/${act}`)).status).toBe(403)
    expect((await agent.post(`${talk.post.path}/${act}`, { reason: '내 맘' })).status).toBe(403)
  }
  await inTransaction(talk.ctx.db, (trx) => setPostStatus(trx, talk.post, 'hidden', new Date()))
  expect((await talk.mina.agent.post(`${talk.post.path}/${act}`, { reason: '내 맘' })).status).toBe(404)
  expect((await talk.moderator.agent.get(`/free/999/${act}`)).status).toBe(404)
  expect(await acts()).toEqual([])
})
