import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { type OpenStream, openStream, soonTold, watchAddress } from '../../support/event-stream.ts'
import { aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { startWebProcesses } from '../../support/web-processes.ts'
import { settled } from '../visits/counting.ts'

const site = useSite({ TRUST_PROXY: '1' })
let free: Board
let mina: Person
let post: Post
let path: string
const streams: OpenStream[] = []

beforeEach(async () => {
  free = (await firstBoards(site)).free
  mina = await aMember(site, '미나')
  post = await aPost(site, free, mina)
  path = `/free/${post.number}`
})

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})

async function open(address: string, headers: Record<string, string> = {}, url = site.url) {
  const stream = await openStream(url, address, headers)
  streams.push(stream)
  return stream
}
const watch = async (at = path) => open(await watchAddress(site.visitor(), at))
const comment = (body = '댓글입니다', at = path) => mina.agent.post(`${at}/comments`, { body })

test('who shows a post is told that its comments changed, and nothing else', async () => {
  const stream = await watch()
  expect(stream.status).toBe(200)
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  expect(stream.headers['set-cookie']).toBeUndefined()
  await comment('아주 비밀스러운 말')
  await soonTold(stream).toBe(1)
  const key = (await site.visitor().get(path)).root.querySelector('.talk__live')?.getAttribute('data-key')
  expect(stream.text().replace(/^retry: \d+\n\n/, '')).toBe(`event: changed\ndata: ${key} 1\n\n`)
})

test('a change of the text, a deletion and what a moderator does to a comment are told too', async () => {
  await comment()
  const keeper = await aMember(site, '지기', { moderates: [free] })
  const stream = await watch()
  const changes: (() => Promise<unknown>)[] = [
    () => mina.agent.post(`${path}/comments/1/edit`, { body: '고친 댓글', version: '1' }),
    () => keeper.agent.post(`${path}/comments/1/hide`, { reason: '규칙에 어긋남' }),
    () => keeper.agent.post(`${path}/comments/1/restore`, { reason: '오해' }),
    () => mina.agent.post(`${path}/comments/1/delete`, {}),
  ]
  for (const [index, change] of changes.entries()) {
    await change()
    await soonTold(stream).toBe(index + 1)
    // What comes within half a second is told once.
    await sleep(550)
  }
})

test('who shows another post hears nothing', async () => {
  const other = await aPost(site, free, mina)
  const [here, there] = [await watch(), await watch(`/free/${other.number}`)]
  await comment()
  await soonTold(here).toBe(1)
  expect(there.told()).toEqual([])
})

test('one stream serves all tabs of a browser', async () => {
  const other = await aPost(site, free, mina)
  const [first, second] = await Promise.all([path, `/free/${other.number}`].map((at) => watchAddress(site.visitor(), at)))
  const stream = await open(`${first}&${second?.split('?')[1]}`)
  await comment('여기')
  await comment('저기', `/free/${other.number}`)
  await soonTold(stream).toBe(2)
})

test('what was written between the making of a page and its stream is told at once', async () => {
  const address = await watchAddress(site.visitor(), path)
  await comment()
  const stream = await open(address)
  await soonTold(stream).toBe(1)
  const upToDate = await watch()
  await sleep(200)
  expect(upToDate.told()).toEqual([])
})

test('many comments at once are told of a few times, and the last one always', async () => {
  const stream = await watch()
  await Promise.all(Array.from({ length: 30 }, (_, index) => comment(`댓글 ${index}`)))
  await sleep(1_200)
  expect(stream.told().length).toBeGreaterThanOrEqual(1)
  expect(stream.told().length).toBeLessThanOrEqual(4)
  const before = stream.told().length
  await comment('마지막')
  await soonTold(stream).toBe(before + 1)
})

test('only what a page was given can be watched', async () => {
  const address = await watchAddress(site.visitor(), path)
  const proof = /\.(.*):/.exec(address)?.[1]
  for (const wrong of [
    '/live',
    '/live?on=1',
    `/live?on=${post.id + 1}.${proof}:0`,
    `/live?on=${post.id}.AAAAAAAAAAAAAAAA:0`,
    `${address}x`,
  ])
    expect((await open(wrong)).status, wrong).toBe(404)
  const many = Array.from({ length: 21 }, () => address.split('?')[1]).join('&')
  expect((await open(`/live?${many}`)).status).toBe(404)
  expect((await open(address, { 'sec-fetch-site': 'cross-site' })).status).toBe(404)
  expect((await mina.agent.request(address, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(404)
})

test('one address has a hundred streams, and another still gets its own', async () => {
  const address = await watchAddress(site.visitor(), path)
  const from = (ip: string) => open(address, { 'x-forwarded-for': ip })
  const answers = await Promise.all(Array.from({ length: 100 }, () => from('203.0.113.7')))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  const refused = await from('203.0.113.7')
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
  expect((await from('203.0.113.8')).status).toBe(200)
  answers[0]?.close()
  await expect.poll(async () => (await from('203.0.113.7')).status).toBe(200)
})

test('a stream is no visit, reads no session and gives no cookie', async () => {
  const address = await watchAddress(mina.agent, path)
  const counted = await settled(site)
  const [session = ''] = await site.ctx.redis.keys('session:*')
  await site.ctx.redis.expire(session, 1_000)
  const cookie = [...mina.agent.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const streams = [await open(address, { cookie }), await open(address)]
  expect(streams.map(({ status, headers }) => [status, headers['set-cookie']])).toEqual([
    [200, undefined],
    [200, undefined],
  ])
  expect(await settled(site)).toEqual(counted)
  expect(await site.ctx.redis.ttl(session)).toBeLessThanOrEqual(1_000)
})

test('a comment that is written in one process is told of in another', async () => {
  const [node] = await startWebProcesses(site, 1, new Date().toISOString())
  try {
    const stream = await open(await watchAddress(site.visitor(), path), {}, String(node?.url))
    expect(stream.status).toBe(200)
    // It may be told twice: what comes while its process begins to listen it finds in the database as well.
    await comment()
    await soonTold(stream).toBeGreaterThan(0)
  } finally {
    await node?.kill()
  }
})

test('an owner who switches it off has pages without a stream, and streams that are asked for all the same end at once', async () => {
  const address = await watchAddress(site.visitor(), path)
  await changeSettings(site.ctx, guest, { liveComments: false })
  const page = await site.visitor().get(path)
  expect(page.has('.talk__live')).toBe(false)
  expect((await open(address)).status).toBe(204)
  const owner = await aMember(site, '마당주인', { level: 10 })
  const form = await owner.agent.get('/console/settings')
  expect((await owner.agent.submit(form, '#settings-form', { liveComments: 'yes' })).status).toBe(200)
  expect((await watch()).status).toBe(200)
})

test('where nobody can comment nothing is watched', async () => {
  const keeper = await aMember(site, '지기', { moderates: [free] })
  await keeper.agent.post(`${path}/lock`, { reason: '끝난 이야기' })
  expect((await site.visitor().get(path)).has('.talk__live')).toBe(false)
})
