import { beforeEach, expect, test } from 'vitest'
import { purgeKeptForms } from '../../../src/features/drafts/drafts.jobs.ts'
import { mayPostNow } from '../../../src/features/posts/writing/posting-limit.service.ts'
import { aBoard, aMember, aPost, PASSWORD, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person

beforeEach(async () => {
  const board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
  await aPost(site, board, mina, { title: '있던 글', body: '처음 글' })
  delete mina.agent.headers['x-csrf-token']
})

/** As when a session ends by itself: the browser keeps its cookie, and nobody knows it any more. */
const endSession = () => site.ctx.redis.flushDb()
const logInOn = (page: Page, person = mina) => mina.agent.submit(page, '#login', { login: person.login, password: PASSWORD })
const drafts = () => site.ctx.db('drafts').whereNull('endedAt')

test.each([
  ['a form alone', {}],
  ['a form with a file', { images: new File([new Uint8Array(200_000)], '사진.png', { type: 'image/png' }) }],
])('a post that is sent when the session is over waits behind log-in, without script: %s', async (_name, more) => {
  const form = await mina.agent.get('/free/write')
  await endSession()
  const body = `첫 줄\n\n"둘째" & <b> ${'가'.repeat(5_000)}`
  const logIn = await mina.agent.submit(form, '#post-form', { title: '오래 쓴 글', body, tags: '하나', ...more })
  expect([logIn.path.split('?')[0], logIn.text('.alert--note')]).toEqual(['/login', expect.stringContaining('그대로 보관했습니다')])
  const wrong = await mina.agent.submit(logIn, '#login', { login: mina.login, password: 'not-that-one-1' })
  expect(wrong.text('.alert--note')).toContain('보관')
  const back = await logInOn(wrong)
  expect(back.path).toMatch(/^\/free\/write\?draft=/)
  expect([back.root.querySelector('#field-title')?.getAttribute('value'), back.text('#field-body').length]).toEqual([
    '오래 쓴 글',
    body.replace(/\s+/g, ' ').length,
  ])
  expect((await mina.agent.submit(back, '#post-form', {})).path).toBe('/free/2')
  expect([await drafts(), await site.ctx.db('kept_forms')]).toEqual([[], []])
})

test('so does a comment, and a change of a post', async () => {
  const page = await mina.agent.get('/free/1')
  await endSession()
  const back = await logInOn(await mina.agent.submit(page, '#comment-form', { body: '길게 쓴 댓글' }))
  expect([back.path.split('?')[0], back.text('#comment-body')]).toEqual(['/free/1/comments/write', '길게 쓴 댓글'])
  expect((await mina.agent.submit(back, '#comment-form', {})).text('.said')).toBe('길게 쓴 댓글')

  const edit = await mina.agent.get('/free/1/edit')
  await endSession()
  const again = await logInOn(await mina.agent.submit(edit, '#post-form', { body: '고친 글' }))
  expect([again.path.split('?')[0], again.text('#field-body')]).toEqual(['/free/1/edit', '고친 글'])
  expect((await mina.agent.submit(again, '#post-form', {})).text('.text')).toBe('고친 글')
  expect(await drafts()).toEqual([])
})

test('another member who logs in on the same browser finds nothing of it', async () => {
  const other = await aMember(site, '수호')
  const form = await mina.agent.get('/free/write')
  await endSession()
  const logIn = await mina.agent.submit(form, '#post-form', { title: '내 글', body: '남이 볼 수 없다' })
  const back = await logInOn(logIn, other)
  expect(back.text('#field-body')).toBe('')
  expect(await drafts()).toEqual([])
})

test('a form of an earlier session comes back with everything in it and the token of this one', async () => {
  const form = await mina.agent.get('/free/write')
  const token = form.root.querySelector('[name=_csrf]')
  token?.setAttribute('value', 'A'.repeat(64))
  const back = await mina.agent.submit(form, '#post-form', { title: '오래된 화면', body: '그대로' })
  expect([back.path.split('?')[0], back.text('.flash'), back.text('#field-body')]).toEqual([
    '/free/write',
    expect.stringContaining('화면이 오래되어'),
    '그대로',
  ])
  expect((await mina.agent.submit(back, '#post-form', {})).path).toBe('/free/2')
})

test('what was refused waits in the list with its reason: mended, it is gone from there', async () => {
  const refused = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '', body: '제목을 잊었다' })
  expect(refused.status).toBe(422)
  const list = await mina.agent.get('/me/drafts')
  expect([list.text('#outbox-heading'), list.text('.draft__refused')]).toEqual(['보낸 글함', '고칠 곳이 있어 등록되지 않음'])
  expect((await mina.agent.get('/free/write')).text('.draft-offer')).toContain('등록되지 못한 글이 있습니다')
  await mina.agent.submit(refused, '#post-form', { title: '이제 적었다' })
  expect(await drafts()).toEqual([])

  const comment = await mina.agent.submit(await mina.agent.get('/free/1'), '#comment-form', { body: '가'.repeat(20_000) })
  expect([comment.status, (await mina.agent.get('/me/drafts')).text('.draft h3')]).toEqual([422, '댓글'])
  await mina.agent.submit(comment, '#comment-form', { body: '짧게' })
  expect(await drafts()).toEqual([])
})

test('too many posts, and a board that was closed meanwhile, cost no letter either', async () => {
  const board = await site.ctx.db('boards').where({ slug: 'free' }).first()
  const form = await mina.agent.get('/free/write')
  for (let count = 0; count < 60; count += 1) await mayPostNow(site.ctx, mina.viewer, board, { title: '', body: '' })
  expect((await mina.agent.submit(form, '#post-form', { title: '예순한째', body: '너무 잦다' })).status).toBe(429)
  expect((await mina.agent.get('/me/drafts')).text('.draft__refused')).toContain('너무 자주')

  const comment = await mina.agent.get('/free/1')
  await site.ctx.db('boards').update({ writeLevel: 9, readLevel: 9 })
  await site.ctx.memory.forget('boards')
  const closed = await mina.agent.submit(comment, '#comment-form', { body: '막 닫혔다' })
  expect([closed.status, closed.text('.trouble__links a')]).toEqual([403, '보관한 내 글로 가기'])
  expect((await drafts()).map(({ refused }) => refused).sort()).toEqual(['closed', 'flood'])
})

test('of what another site makes a browser send, and of other forms, nothing is kept; after a day nothing is left', async () => {
  const fields = { title: '위조', body: '글' }
  await mina.agent.post('/free/write', fields, { 'sec-fetch-site': 'cross-site' })
  await site.visitor().post('/free/write', fields, { 'sec-fetch-site': 'cross-site' })
  await site.visitor().post('/me/password', { ...fields, password: 'a-secret-of-mine-1' })
  expect([await drafts(), await site.ctx.db('kept_forms')]).toEqual([[], []])
  const guest = site.visitor()
  await guest.post('/free/write', { ...fields, password: 'a-secret-of-mine-1' })
  const [kept] = await site.ctx.db('kept_forms')
  expect([kept.fields.includes('위조'), kept.fields.includes('secret')]).toEqual([true, false])
  site.clock.advance(86_400_000 + 1_000)
  expect(await purgeKeptForms(site.ctx)).toBe(1)
})
