import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { editPost } from '../../../src/features/posts/posts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'

const site = useSite()
let board: Board
let mina: Person
let moderator: Person
let post: Post

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free' })
  mina = await aMember(site, '미나')
  moderator = await aMember(site, '지기', { moderates: [board] })
  post = await aPost(site, board, mina, { title: '제목', body: '처음' })
})

const rows = () => site.ctx.db('post_revisions').where({ postId: post.id }).orderBy('version')
const change = (version: number, body: string) =>
  editPost(site.ctx, mina.viewer, { board, post }, { title: '제목', body, version, why: '' })

test('of each post the newest fifty are kept, and of long texts no more than two million bytes', async () => {
  for (let version = 1; version <= 60; version += 1) expect(await change(version, `${version}번째`)).toBe(true)
  expect((await rows()).map(({ version }) => version)).toEqual(Array.from({ length: 50 }, (_, index) => index + 11))
  const page = await mina.agent.get('/free/1/history?version=11')
  expect(page.texts('.versions li').at(-1)).toMatch(/^더 오래된 글 /)
  for (let version = 61; version <= 75; version += 1) await change(version, `${version}${'가'.repeat(64_000)}`)
  const bytes = (await rows()).map((row) => Buffer.byteLength(row.source))
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2_000_000)
  expect((await rows()).at(-1)?.version).toBe(75)
})

test('those who keep order take private words out of an earlier version, for good and on record', async () => {
  await change(1, '둘째')
  expect((await mina.agent.get('/free/1/history/1/purge')).status).toBe(403)
  const ask = await moderator.agent.get('/free/1/history/1/purge')
  expect(ask.texts('.diff')).toEqual(['제목: 제목', '처음'])
  expect((await moderator.agent.submit(ask, '#version-form')).status).toBe(422)
  const done = await moderator.agent.submit(ask, '#version-form', { reason: '전화번호' })
  expect([done.path, done.text('.flash')]).toEqual(['/free/1/history', expect.stringContaining('지웠습니다')])
  expect(await rows()).toEqual([expect.objectContaining({ version: 1, title: '', source: null })])
  expect((await mina.agent.get('/free/1/history?version=1')).text('#shown')).toContain('운영자가 이 판의 내용을 지웠습니다')
  expect((await mina.agent.get('/free/1/history')).text('#shown')).toContain('보여 줄 수 없습니다')
  for (const act of ['restore', 'purge']) expect((await moderator.agent.get(`/free/1/history/1/${act}`)).status).toBe(404)
  const acts = await site.ctx.db('moderation_actions').select('action', 'reason', 'memberId')
  expect(acts).toEqual([{ action: 'purge-version', reason: '전화번호', memberId: mina.viewer.memberId }])
})

test('two who take the same version out leave one record', async () => {
  await change(1, '둘째')
  const send = () => moderator.agent.post('/free/1/history/1/purge', { reason: '주소' })
  const pages = await Promise.all([send(), send(), send()])
  expect(pages.map(({ status }) => [200, 404].includes(status))).toEqual([true, true, true])
  expect(await site.ctx.db('moderation_actions')).toHaveLength(1)
})

test('a picture that only an earlier version shows waits a year to be put back, is nobody else’s, and goes with its version', async () => {
  const { markdown: picture, path } = await keepPicture(site.ctx, mina.viewer)
  await change(1, picture)
  expect((await site.visitor().request(path)).status).toBe(200)
  await change(2, '사진 없이')
  expect([(await site.visitor().request(path)).status, (await mina.agent.request(path)).status]).toEqual([404, 200])
  site.clock.advance(300 * 86_400_000)
  await sweepOrphans(site.ctx)
  await mina.agent.submit(await mina.agent.get('/free/1/history/2/restore'), '#version-form')
  expect([
    (await site.visitor().request(path)).status,
    (await mina.agent.get('/free/1')).root.querySelectorAll('.text img').length,
  ]).toEqual([200, 1])
  await change(4, '다시 없이')
  for (const version of [2, 4]) await moderator.agent.post(`/free/1/history/${version}/purge`, { reason: '얼굴' })
  await sweepOrphans(site.ctx)
  expect((await mina.agent.request(path)).status).toBe(404)
})
