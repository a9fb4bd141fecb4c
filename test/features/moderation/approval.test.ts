import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences } from '../../../src/features/posts/counts/counts.service.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person
let moderator: Person
let owner: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'gate', nameKo: '문턱', approval: true })
  mina = await aMember(site, '미나')
  moderator = await aMember(site, '지기', { moderates: [board] })
  owner = await aMember(site, '주인', { level: 10 })
})

const write = async (title: string, person = mina) =>
  person.agent.submit(await person.agent.get('/gate/write'), '#post-form', { title, body: `${title}의 내용입니다.` })
const titles = async () => (await site.visitor().get('/gate')).texts('.t')
const acts = () => site.ctx.db('moderation_actions').orderBy('id').select('action', 'reason', 'memberId', 'moderatorId')
const waiting = async (person = moderator) => (await person.agent.get('/console/waiting')).texts('.kept > li')
const inMenu = async () => (await owner.agent.get('/console/moderation')).texts('a[href="/console/waiting"]').join(' ')

test('what waits is there for its author and the staff alone, and is theirs to change meanwhile', async () => {
  expect((await write('첫 글')).path).toBe('/gate/1')
  expect([await titles(), (await site.visitor().get('/gate/1')).status]).toEqual([[], 404])
  expect((await (await aMember(site, '수호')).agent.get('/gate/1')).status).toBe(404)
  expect((await mina.agent.get('/gate/1')).text('.post .alert')).toContain('승인을 기다리는')
  expect((await mina.agent.get('/me')).texts('.block li')[0]).toMatch(/^승인 대기 첫 글/)
  await mina.agent.submit(await mina.agent.get('/gate/1/edit'), '#post-form', { title: '고친 첫 글' })
  expect((await waiting())[0]).toMatch(/^고친 첫 글 문턱 미나 .*첫 글의 내용입니다\. 승인.* 거절/)
  expect(await inMenu()).toContain('1')
  await mina.agent.submit(await mina.agent.get('/gate/1/delete'), 'main form')
  expect([await waiting(), await titles(), await acts()]).toEqual([[], [], []])
  expect(await inMenu()).not.toContain('1')
  expect(await Array.fromAsync(findDifferences(site.ctx))).toEqual([])
})

test('approved it stands in the list where it was written, and causes what a new post causes', async () => {
  await write('기다리는 글')
  await write('지기의 글', moderator)
  expect(await titles()).toEqual(['지기의 글'])
  const list = await moderator.agent.get('/console/waiting')
  expect(list.links()).toEqual(expect.arrayContaining(['/gate/1', '/gate/1/approve', '/gate/1/hide']))
  const done = await moderator.agent.submit(await moderator.agent.get('/gate/1/approve'), '#reason-form')
  expect([done.path, done.text('.flash')]).toEqual(['/gate/1', expect.stringContaining('승인하기')])
  expect(await titles()).toEqual(['지기의 글', '기다리는 글'])
  expect((await site.visitor().get('/gate/1')).status).toBe(200)
  expect(await acts()).toEqual([{ action: 'approve', reason: '', memberId: mina.viewer.memberId, moderatorId: moderator.viewer.memberId }])
  expect(await site.ctx.db('outbox').where('event', 'like', 'post.%').orderBy('id').pluck('event')).toEqual([
    'post.created',
    'post.created',
    'post.approved',
  ])
  expect(await waiting()).toEqual([])
  // Once open, it stays open when its author changes it.
  await mina.agent.submit(await mina.agent.get('/gate/1/edit'), '#post-form', { title: '열린 글' })
  expect(await titles()).toEqual(['지기의 글', '열린 글'])
  expect(await Array.fromAsync(findDifferences(site.ctx))).toEqual([])
})

test('a refused post is its author’s to read, with the reason, and comes back by being restored alone', async () => {
  await write('광고')
  await moderator.agent.submit(await moderator.agent.get('/gate/1/hide'), '#reason-form', { reason: '광고는 받지 않습니다.' })
  expect((await mina.agent.get('/gate/1')).text('.post .alert')).toContain('광고는 받지 않습니다.')
  expect([await waiting(), await titles()]).toEqual([[], []])
  expect((await moderator.agent.post('/gate/1/approve', { reason: '' })).status).toBe(409)
  await moderator.agent.post('/gate/1/restore', { reason: '' })
  expect(await titles()).toEqual(['광고'])
})

test('what waits is no notice and was never hidden', async () => {
  await write('첫 글')
  for (const act of ['pin', 'restore']) expect((await moderator.agent.post(`/gate/1/${act}`, { reason: '' })).status).toBe(409)
  expect(await acts()).toEqual([])
})

test('two moderators who approve at once leave one record', async () => {
  for (let number = 1; number <= 10; number += 1) {
    await write(`${number}번째`)
    await Promise.all([moderator, owner].map(({ agent }) => agent.post(`/gate/${number}/approve`, { reason: '' })))
  }
  expect((await acts()).map(({ action }) => action)).toEqual(Array(10).fill('approve'))
  expect(await Array.fromAsync(findDifferences(site.ctx))).toEqual([])
})

test('the list is for who keeps order, of their own boards; the doors are shut to others', async () => {
  await write('첫 글')
  const elsewhere = await aMember(site, '딴지기', { moderates: [await aBoard(site, { slug: 'other' })] })
  expect([await waiting(elsewhere), (await mina.agent.get('/console/waiting')).status]).toEqual([[], 403])
  expect((await site.visitor().request('/console/waiting')).headers.get('location')).toMatch(/^\/login/)
  expect((await mina.agent.post('/gate/1/approve', { reason: '' })).status).toBe(403)
  expect((await elsewhere.agent.post('/gate/1/approve', { reason: '' })).status).toBe(404)
  expect((await waiting(owner)).length).toBe(1)
  for (let more = 0; more < 30; more += 1) await write(`다음 ${more}`)
  const first = await moderator.agent.get('/console/waiting')
  expect(first.texts('.kept h2')).toHaveLength(30)
  const next = await moderator.agent.get(first.links().find((path) => path.startsWith('/console/waiting?after='))!)
  expect(next.texts('.kept h2')).toEqual(['다음 29'])
})
