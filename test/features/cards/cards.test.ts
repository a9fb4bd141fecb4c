import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { sweepCards } from '../../../src/features/cards/cards.jobs.ts'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { changePosts } from '../../support/post-rows.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let free: Board
let mina: Person
beforeEach(async () => {
  free = (await firstBoards(site)).free
  mina = await aMember(site, '미나')
})

const cardOf = async (path: string): Promise<string> => {
  const address = (await site.visitor().get(path)).root.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? ''
  return address.replace(site.url, '')
}

test('a post without a picture has a card of its own, which changes with its title', async () => {
  await aPost(site, free, mina, { title: '동네 책방을 열고 나서' })
  const address = await cardOf('/free/1')
  expect(address).toMatch(/^\/cards\/free\/1\.png\?v=[\da-f]{10}$/)
  const answer = await site.visitor().request(address)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'image/png',
    'public, max-age=86400',
  ])
  const card = Buffer.from(await answer.arrayBuffer())
  expect(await picture(card)).toMatchObject({ format: 'png', width: 1200, height: 630 })
  await site.ctx.db('posts').update({ title: '책방을 닫고 나서' })
  const other = await cardOf('/free/1')
  expect(other).not.toBe(address)
  expect(Buffer.from(await (await site.visitor().request(other)).arrayBuffer()).equals(card)).toBe(false)
  // Under its old address it is the new one, and not for long.
  expect((await site.visitor().request(address)).headers.get('cache-control')).toBe('public, max-age=60')
})

test.each([
  ['spaces nowhere', '가'.repeat(200)],
  ['emoji alone', '🎉🎉🎉'],
  ['a script from right to left', 'مرحبا بالعالم'],
  ['markup', '<svg onload=alert(1)>&"\''],
  ['rare syllables and signs', '똠방각하 펲시콜라 햏 R&D ½ €'],
  ['Latin words', 'The quick brown fox jumps over the lazy dog '.repeat(4).trim()],
])('a title of %s is drawn', async (_what, title) => {
  await aPost(site, free, mina, { title })
  const answer = await site.visitor().request('/cards/free/1.png')
  expect(answer.status).toBe(200)
  const card = Buffer.from(await answer.arrayBuffer())
  const { data, info } = await pixels(card)
  // Something is written in the middle, and nothing in the margins.
  const dark = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 255) < 120
  const some = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, x) => x + from).some((x) =>
      Array.from({ length: 380 }, (_, y) => y + 110).some((y) => dark(x, y)),
    )
  expect([some(90, 1110), some(0, 80), some(1120, 1200)]).toEqual([true, false, false])
})

test('of what guests may not read there is no card', async () => {
  const club = await aBoard(site, { slug: 'club', readLevel: 2 })
  const inside = await aBoard(site, { slug: 'inside', listLevel: 2, readLevel: 2 })
  await aPost(site, club, mina)
  await aPost(site, inside, mina)
  for (const facts of [{ secret: 1 }, { status: 'hidden' }, { status: 'pending' }, { status: 'deleted' }] as const) {
    const post = await aPost(site, free, mina)
    await changePosts(site, { id: post.id }, facts)
  }
  for (const path of ['free/1', 'free/2', 'free/3', 'free/4', 'free/99', 'club/1', 'inside/1', 'nowhere/1'])
    for (const agent of [site.visitor(), mina.agent])
      expect([path, (await agent.request(`/cards/${path}.png`)).status]).toEqual([path, 404])
  // Its author reads it, and is shown no address of a card that isn't there.
  const own = (await mina.agent.get('/free/1')).root.querySelector('meta[property="og:image"]')?.getAttribute('content')
  expect(own).toMatch(/social-card\.png$/)
})

test('a card is drawn once, kept, and cleared away when it is old', async () => {
  await aPost(site, free, mina, { title: '한 번만' })
  const kept = async () => {
    const names: string[] = []
    for await (const name of site.ctx.storage.listOlderThan(new Date(Date.now() + 60_000))) if (name.startsWith('cards/')) names.push(name)
    return names
  }
  const before = await kept()
  const answers = await Promise.all(Array.from({ length: 20 }, () => site.visitor().request('/cards/free/1.png')))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  await sleep(50)
  expect((await kept()).length).toBe(before.length + 1)
  site.clock.advance(2 * 3_600_000)
  await sweepOrphans(site.ctx)
  expect((await kept()).length).toBe(before.length + 1)
  await sweepCards(site.ctx, new Date(Date.now() + 60_000))
  expect(await kept()).toEqual([])
  expect((await site.visitor().request('/cards/free/1.png')).status).toBe(200)
})

/** Only files are read where the site runs: here too. */
async function picture(card: Buffer) {
  sharp.unblock({ operation: ['VipsForeignLoadPngBuffer'] })
  return sharp(card).metadata()
}
async function pixels(card: Buffer) {
  await picture(card)
  return sharp(card).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
}
