import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { publishDue, purgePublished } from '../../../src/features/posts/scheduled-posts/scheduled-posts.jobs.ts'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { scheduledJobs } from '../../../src/schedule.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { killOften } from '../../support/killed-jobs.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'
import { planner } from './scheduled.ts'

const site = useSite()
const { at, plan, wait, rows, titles, list } = planner(site)
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', linkCount: 1 })
  mina = await aMember(site, '미나')
})

test('a planned post is no post before its time; then it takes the next number and that time', async () => {
  const page = await plan(mina, { tags: '아침', link1: 'https://example.org/' })
  expect([page.path, page.text('.flash'), await list(mina)]).toEqual([
    '/me/scheduled',
    expect.stringContaining('예약했습니다'),
    [expect.stringMatching(/^내일 아침 게시판 free .* 고치기.* 지금 올리기/)],
  ])
  await aPost(site, board, mina, { title: '그 사이의 글' })
  expect([await wait(0.5), await titles()]).toEqual([0, ['그 사이의 글']])
  expect([await wait(0.6), await titles()]).toEqual([1, ['내일 아침', '그 사이의 글']])
  const post = await site.visitor().get('/free/2')
  expect([post.text('h1'), post.text('.post__tags'), post.links()]).toEqual([
    '내일 아침',
    '#아침',
    expect.arrayContaining(['/free/2/links/1']),
  ])
  expect((await site.ctx.db('posts').where({ number: 2 }).first('createdAt'))?.createdAt.getTime()).toBeGreaterThan(
    site.clock.now().getTime() - 5_000,
  )
  expect([await list(mina), (await mina.agent.get('/me/scheduled')).links()]).toEqual([
    [expect.stringContaining('올라감')],
    expect.arrayContaining(['/free/2']),
  ])
  expect(await wait(1)).toBe(0)
  await wait(24 * 8)
  await purgePublished(site.ctx)
  expect([await rows(), await titles()]).toEqual([[], ['내일 아침', '그 사이의 글']])
})

test('the worker looks for what is due several times a minute', () => {
  const job = scheduledJobs(site.ctx).find(({ name }) => name === 'publish-scheduled')
  expect(job?.when).toEqual({ every: expect.toSatisfy((every: number) => every <= 30_000) })
})

test('five workers at once publish each post once', async () => {
  for (let hour = 1; hour <= 5; hour += 1) await plan(mina, { title: `글 ${hour}`, publishAt: at(hour) })
  site.clock.advance(6 * 3_600_000)
  await Promise.all(Array.from({ length: 5 }, () => publishDue(site.ctx)))
  expect(await titles()).toEqual(['글 5', '글 4', '글 3', '글 2', '글 1'])
  expect((await rows()).map(({ state, fields }) => [state, fields])).toEqual(Array(5).fill(['published', '']))
})

test('a worker that is killed again and again publishes each post once', async () => {
  const now = site.clock.now()
  await plan(mina)
  const [first] = await rows()
  const { id: _, ...row } = first!
  // Killed workers read the machine's own clock: these were due before the test began.
  await site.ctx.db('scheduled_posts').delete()
  const due = (index: number) => new Date(now.getTime() - 3_600_000 + index * 1_000)
  await site.ctx.db('scheduled_posts').insert(
    Array.from({ length: 25 }, (_, index) => ({
      ...row,
      title: `${index}`,
      publishAt: due(index),
      fields: JSON.stringify({ ...JSON.parse(row.fields), title: `글 ${index}` }),
    })),
  )
  await killOften(site, 'publish-scheduled', {
    times: 10,
    afterMs: (time) => 100 + time * 80,
    lock: 'SELECT * FROM board_numbers FOR UPDATE',
  })
  const half = await site.ctx.db('posts').pluck('title')
  await publishDue(site.ctx)
  await publishDue(site.ctx)
  const all = (await site.ctx.db('posts').pluck('title')) as string[]
  expect([half.length > 0, all.length, new Set(all).size, (await rows()).filter(({ state }) => state === 'published').length]).toEqual([
    true,
    25,
    25,
    25,
  ])
}, 120_000)

test('planned twice by a double click it is planned once', async () => {
  const form = await mina.agent.get('/free/write')
  const fields = { title: '한 번', body: '한 번만 올립니다.', publish: 'later', publishAt: at(2) }
  await Promise.all(Array.from({ length: 10 }, () => mina.agent.submit(form, '#post-form', fields)))
  expect(await rows()).toHaveLength(1)
})

test('changed in its board’s form, at another time, by whoever saw it last', async () => {
  await plan(mina)
  const edit = (await mina.agent.get('/me/scheduled')).links().find((path) => path.startsWith('/free/write?scheduled='))!
  const [one, two] = [await mina.agent.get(edit), await mina.agent.get(edit)]
  expect([one.text('#field-body'), one.root.querySelector('#field-publishAt')?.getAttribute('value')]).toEqual([
    '내일의 이야기입니다.',
    at(1),
  ])
  expect((await mina.agent.submit(one, '#post-form', { title: '모레 아침', publishAt: at(30) })).path).toBe('/me/scheduled')
  const late = await mina.agent.submit(two, '#post-form', { title: '다른 창' })
  expect([late.status, late.text('.flash'), late.root.querySelector('#field-title')?.getAttribute('value')]).toEqual([
    409,
    expect.stringContaining('다른 창에서'),
    '다른 창',
  ])
  expect([await wait(2), await wait(29), await titles()]).toEqual([0, 1, ['모레 아침']])
})

test('published by hand it is published once, from the list or out of the form; given up it is gone', async () => {
  await plan(mina, { title: '하나' })
  await plan(mina, { title: '둘' })
  await plan(mina, { title: '셋' })
  const [first, second, third] = await rows()
  const form = await mina.agent.get(`/free/write?scheduled=${second!.id}`)
  const pages = await Promise.all(Array.from({ length: 5 }, () => mina.agent.post(`/me/scheduled/${first!.id}/publish`, {})))
  expect(new Set(pages.map(({ path }) => path))).toEqual(new Set(['/free/1']))
  expect((await mina.agent.submit(form, '#post-form', { publish: 'now' })).path).toBe('/free/2')
  const asked = await mina.agent.get(`/me/scheduled/${third!.id}`)
  expect(asked.text('.text')).toBe('내일의 이야기입니다.')
  expect((await mina.agent.submit(asked, '#cancel-form')).text('.flash')).toContain('취소했습니다')
  expect((await mina.agent.submit(asked, '#cancel-form')).text('.flash')).toContain('이미 올라갔거나')
  expect([await wait(2), await titles()]).toEqual([0, ['둘', '하나']])
  expect((await mina.agent.get(`/free/write?scheduled=${second!.id}`)).status).toBe(404)
})

test('nobody else sees it, changes it or publishes it', async () => {
  await plan(mina)
  const id = (await rows())[0]?.id
  for (const other of [await aMember(site, '수호'), await aMember(site, '주인', { level: 10 })]) {
    for (const path of [`/me/scheduled/${id}`, `/free/write?scheduled=${id}`]) expect((await other.agent.get(path)).status).toBe(404)
    expect((await other.agent.post(`/me/scheduled/${id}/publish`, {})).status).toBe(404)
    await other.agent.post(`/me/scheduled/${id}/cancel`, {})
    expect(await list(other)).toEqual([])
  }
  expect(await rows()).toHaveLength(1)
})

test('its pictures wait with it', async () => {
  const { markdown, path } = await keepPicture(site.ctx, mina.viewer)
  await plan(mina, { body: markdown, publishAt: at(24 * 200) })
  site.clock.advance(199 * 86_400_000)
  await sweepOrphans(site.ctx)
  expect((await site.visitor().request(path)).status).toBe(404)
  await wait(25)
  expect((await site.visitor().request(path)).status).toBe(200)
})
