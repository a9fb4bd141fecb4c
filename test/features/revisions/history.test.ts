import { beforeEach, expect, test } from 'vitest'
import { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import { updateBoard } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { setLocked, setPostStatus } from '../../../src/features/posts/posts.service.ts'
import type { Post, PostStatus } from '../../../src/features/posts/posts.types.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let moderator: Person
let post: Post

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', secret: 'choice' })
  mina = await aMember(site, '미나')
  moderator = await aMember(site, '지기', { moderates: [board] })
  post = await aPost(site, board, mina, { title: '첫 제목', body: '동네 책방을 찾았다.' })
})

const edit = async (fields: Record<string, string>, person = mina) =>
  person.agent.submit(await person.agent.get('/free/1/edit'), '#post-form', fields)
const history = (person: Person | null, query = '') => (person?.agent ?? site.visitor()).get(`/free/1/history${query}`)
const rows = () => site.ctx.db('post_revisions').where({ postId: post.id }).orderBy('version')
const acts = () => site.ctx.db('moderation_actions').select('action', 'reason', 'memberId', 'moderatorId', 'postId')
const source = async () => (await site.ctx.db('post_bodies').where({ postId: post.id }).first('source'))?.source
const showTo = (who: Board['history']) =>
  updateBoard(site.ctx, { ...moderator.viewer, level: 10 }, board, BoardForm.parse({ ...board, history: who }))

test('what stood before a change is kept with who made it, when and why, and shown word by word', async () => {
  await edit({ title: '둘째 제목', body: '동네 빵집을 찾았다.', why: '책방이 아니었다' })
  expect(await rows()).toEqual([
    expect.objectContaining({
      version: 1,
      title: '첫 제목',
      source: '동네 책방을 찾았다.',
      changedBy: mina.viewer.memberId,
      reason: '책방이 아니었다',
    }),
  ])
  const page = await mina.agent.get('/free/1')
  expect(page.root.querySelector('.facts a[href="/free/1/history"]')?.text).toContain('고침')
  const shown = await history(mina)
  expect(shown.texts('.versions li')).toEqual([
    expect.stringMatching(/지금 글 미나 · 11자 책방이 아니었다/),
    expect.stringMatching(/처음 글 미나 · 11자/),
  ])
  expect([shown.texts('.diff del').join(), shown.texts('.diff ins').join()]).toEqual([
    '[뺌: 첫],[뺌: 책방을]',
    '[넣음: 둘째],[넣음: 빵집을]',
  ])
  const first = await history(mina, '?version=1')
  expect(first.texts('.diff')).toEqual(['제목: 첫 제목', '동네 책방을 찾았다.'])
})

test('a change of category or tags alone is no new text; the same form sent again leaves one', async () => {
  await edit({ tags: '책방' })
  expect(await rows()).toEqual([])
  expect((await history(mina)).text('#shown .help')).toContain('남아 있지 않습니다')
  const form = await mina.agent.get('/free/1/edit')
  await Promise.all(Array.from({ length: 10 }, (_, step) => mina.agent.submit(form, '#post-form', { body: `판 ${step}` })))
  expect(await rows()).toHaveLength(1)
})

test('who sees it is what the board says; staff and author always do', async () => {
  await edit({ body: '고친 글' })
  const stranger = await aMember(site, '수호')
  const seen = async () => Promise.all([null, stranger, mina, moderator].map(async (person) => (await history(person)).status))
  const linked = async () => (await site.visitor().get('/free/1')).links().includes('/free/1/history')
  expect([await seen(), await linked()]).toEqual([[404, 404, 200, 200], false])
  await showTo('members')
  expect([await seen(), await linked()]).toEqual([[404, 200, 200, 200], false])
  await showTo('everyone')
  expect([await seen(), await linked()]).toEqual([[200, 200, 200, 200], true])
})

test('what is hidden, deleted, secret or waits keeps its history from whoever may not read it', async () => {
  await showTo('everyone')
  await edit({ body: '고친 글' })
  const stranger = await aMember(site, '수호')
  const seen = async () => Promise.all([null, stranger, mina, moderator].map(async (person) => (await history(person)).status))
  const become = (status: PostStatus) => setPostStatus(site.ctx.db, post, status, site.clock.now())
  await become('hidden')
  expect(await seen()).toEqual([404, 404, 200, 200])
  await become('pending')
  expect(await seen()).toEqual([404, 404, 200, 200])
  await become('deleted')
  expect(await seen()).toEqual([404, 404, 404, 200])
  await become('visible')
  await edit({ secret: 'yes' })
  expect(await seen()).toEqual([404, 404, 200, 200])
  expect((await stranger.agent.post('/free/1/history/1/restore', { version: '3' })).status).toBe(404)
})

test('an author puts an earlier text back: a new version, of which the other can come back in turn', async () => {
  await edit({ title: '둘째 제목', body: '둘째 글' })
  const ask = await mina.agent.get('/free/1/history/1/restore')
  expect(ask.texts('.diff ins').join()).toContain('책방을')
  const back = await mina.agent.submit(ask, '#version-form')
  expect([back.path, back.text('h1'), back.text('.text'), back.text('.flash')]).toEqual([
    ...['/free/1', '첫 제목', '동네 책방을 찾았다.'],
    expect.stringContaining('되돌렸습니다'),
  ])
  expect((await history(mina)).texts('.versions li')[0]).toContain('예전 글로 되돌림')
  await mina.agent.submit(await mina.agent.get('/free/1/history/2/restore'), '#version-form')
  expect([await source(), (await rows()).map(({ version }) => version), await acts()]).toEqual(['둘째 글', [1, 2, 3], []])
})

test('who puts back while the post is changed is told, and may say it again', async () => {
  await edit({ body: '둘째 글' })
  const ask = await mina.agent.get('/free/1/history/1/restore')
  await edit({ body: '셋째 글' })
  const late = await mina.agent.submit(ask, '#version-form')
  expect([late.status, late.text('.flash'), late.texts('.diff del').join()]).toEqual([
    409,
    expect.stringContaining('바뀌었습니다'),
    expect.stringContaining('셋째'),
  ])
  expect(await source()).toBe('셋째 글')
  await mina.agent.submit(late, '#version-form')
  expect(await source()).toBe('동네 책방을 찾았다.')
})

test('of twenty who put back at once one does, and nothing of what stood before is lost', async () => {
  await edit({ body: '둘째 글' })
  const ask = await mina.agent.get('/free/1/history/1/restore')
  const pages = await Promise.all(Array.from({ length: 20 }, () => mina.agent.submit(ask, '#version-form')))
  expect(pages.filter(({ status }) => status === 409)).toHaveLength(19)
  expect((await rows()).map((row) => row.source)).toEqual(['동네 책방을 찾았다.', '둘째 글'])
})

test('staff puts back with a reason, which the log keeps; others and authors of locked posts may not', async () => {
  await edit({ body: '욕설' })
  const stranger = await aMember(site, '수호')
  await showTo('everyone')
  expect((await stranger.agent.get('/free/1/history/1/restore')).status).toBe(403)
  await setLocked(site.ctx.db, post, site.clock.now())
  expect((await mina.agent.get('/free/1/history/1/restore')).status).toBe(403)
  const ask = await moderator.agent.get('/free/1/history/1/restore')
  expect((await moderator.agent.submit(ask, '#version-form')).status).toBe(422)
  await moderator.agent.submit(ask, '#version-form', { reason: '욕설이 들어갔습니다.' })
  expect(await source()).toBe('동네 책방을 찾았다.')
  const record = { action: 'restore-version', reason: '욕설이 들어갔습니다.', memberId: mina.viewer.memberId }
  expect(await acts()).toEqual([{ ...record, moderatorId: moderator.viewer.memberId, postId: post.id }])
  expect((await moderator.agent.get('/console/moderation')).text('main')).toContain('예전 내용으로 되돌림')
})

test('on a board without names an author changes their post without one', async () => {
  await aBoard(site, { slug: 'masked', anonymous: true, history: 'everyone' })
  const masked = (await listAllBoards(site.ctx)).find(({ slug }) => slug === 'masked')
  await aPost(site, masked!, mina, { title: '숨은 이름', body: '하나' })
  await mina.agent.submit(await mina.agent.get('/masked/1/edit'), '#post-form', { body: '둘' })
  const page = await site.visitor().get('/masked/1/history')
  expect([page.status, page.text('main')]).toEqual([200, expect.not.stringContaining('미나')])
})
