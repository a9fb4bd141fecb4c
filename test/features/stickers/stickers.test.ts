import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { refreshComments } from '../../../src/features/comments/bodies/refresh-comments.service.ts'
import { addBlock } from '../../../src/features/home/front-blocks.service.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { aBlock } from '../../support/filled-front.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let admin: Person
let mina: Person

beforeEach(async () => {
  admin = await aMember(site, '관리하는사람', { level: 9 })
  mina = await aMember(site, 'mina')
  await aPost(site, (await firstBoards(site)).free, mina)
})

const picture = async (name: string) => {
  const data = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#c96' } })
    .png()
    .toBuffer()
  return new File([new Uint8Array(data)], name, { type: 'image/png' })
}

/** @returns the address of its page */
async function aSet(): Promise<string> {
  const { agent } = admin
  await agent.submit(await agent.get('/console/stickers/new'), '#set-form', { slug: 'cat', nameKo: '고양이', nameEn: 'Cats' })
  const path = (await agent.get('/console/stickers')).links().find((link) => /stickers\/\d+$/.test(link)) ?? ''
  const images = [await picture('hello.png'), await picture('졸려요.png'), new File(['no picture'], 'x.png', { type: 'image/png' })]
  const after = await agent.submit(await agent.get(path), '#sticker-add', { images })
  expect(after.text('.flash')).toContain('2개')
  return path
}
const say = async (body: string) => {
  await mina.agent.post('/free/1/comments', { body })
  return mina.agent.get('/free/1')
}

test('an administrator makes a set, and what is written for a sticker becomes its picture with its words', async () => {
  await aSet()
  const list = await site.visitor().get('/stickers')
  expect(list.texts('.stickers code')).toEqual([':cat/hello:', ':cat/s1:'])
  const page = await say('안녕 :cat/hello::cat/s1: :cat/none: `:cat/hello:` :dog/hello: <b>')
  const images = page.root.querySelectorAll('#comment-1 .said img')
  expect(images.map((image) => [image.getAttribute('alt'), image.getAttribute('width')])).toEqual([
    ['hello', '300'],
    ['졸려요', '300'],
  ])
  expect(page.text('#comment-1 .said')).toContain(':cat/none: :cat/hello: :dog/hello: <b>')
  const image = await site.visitor().request(images[0]?.getAttribute('src') ?? '')
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/webp'])
})

test('words and order are changed, and words are no markup', async () => {
  const path = await aSet()
  await say('안녕 :cat/hello:')
  const [first, second] = await site.ctx.db('stickers').orderBy('id').pluck('id')
  await admin.agent.submit(await admin.agent.get(path), '#sticker-arrange', {
    [`alt_${first}`]: '"><img src=x onerror=alert(1)>',
    [`place_${first}`]: '2',
    [`place_${second}`]: '1',
  })
  expect((await site.visitor().get('/stickers')).texts('.stickers code')).toEqual([':cat/s1:', ':cat/hello:'])
  await refreshComments(site.ctx, 100)
  const page = await mina.agent.get('/free/1')
  expect(page.root.querySelectorAll('#comment-1 .said img')).toHaveLength(1)
  expect(page.body).not.toContain('<img src=x')
})

test('a set that is off is offered no more, and what was written with it stays', async () => {
  const path = await aSet()
  expect((await mina.agent.get('/free/1')).has('[data-tool=stickers]')).toBe(true)
  await say('안녕 :cat/hello:')
  await admin.agent.submit(await admin.agent.get(path), '#set-form', { offered: '' })
  expect((await site.visitor().get('/stickers')).has('.empty')).toBe(true)
  const page = await mina.agent.get('/free/1')
  expect([page.has('[data-tool=stickers]'), page.has('#comment-1 .said img')]).toEqual([false, true])
})

test('of what was removed the words stay, and its name is nobody else’s', async () => {
  const path = await aSet()
  const before = await say('안녕 :cat/hello: 잘 자 :cat/s1:')
  const src = before.root.querySelector('#comment-1 .said img')?.getAttribute('src') ?? ''
  const [first] = await site.ctx.db('stickers').orderBy('id').pluck('id')
  await admin.agent.submit(await admin.agent.get(path), '#sticker-arrange', { [`remove_${first}`]: 'yes' })
  await refreshComments(site.ctx, 100)
  const page = await mina.agent.get('/free/1')
  expect([page.text('#comment-1 .said'), page.root.querySelectorAll('#comment-1 .said img').length]).toEqual(['안녕 hello 잘 자', 1])
  expect((await site.visitor().request(src)).status).toBe(404)
  await admin.agent.submit(await admin.agent.get(`${path}/remove`), 'main form', {})
  await refreshComments(site.ctx, 100)
  expect((await mina.agent.get('/free/1')).text('#comment-1 .said')).toBe('안녕 hello 잘 자 졸려요')
  const again = await admin.agent.submit(await admin.agent.get('/console/stickers/new'), '#set-form', { slug: 'cat', nameKo: '새 고양이' })
  expect([again.status, again.body.includes('전에 쓰인 이름')]).toEqual([422, true])
})

test('nobody but administrators keeps stickers', async () => {
  const path = await aSet()
  for (const agent of [mina.agent, site.visitor()]) {
    for (const act of ['', '/add', '/arrange', '/up', '/remove']) {
      const answer = await agent.post(`${path}${act}`, { nameKo: '몰래' })
      expect([act, answer.status === 403 || answer.path.startsWith('/login')]).toEqual([act, true])
    }
  }
  expect(await site.ctx.db('sticker_sets').select('nameKo', 'removed')).toEqual([{ nameKo: '고양이', removed: 0 }])
})

test('where a comment is a line of words, a sticker is said in words', async () => {
  await aSet()
  await say('안녕 :cat/s1: :cat/none:')
  const line = '안녕 [스티커: 졸려요] :cat/none:'
  await addBlock(site.ctx, (await aMember(site, '마당주인', { level: 10 })).viewer, aBlock({ kind: 'comments' }))
  const reporter = await aMember(site, '알리는이')
  await reporter.agent.post('/free/1/comments/1/report', { reason: 'spam', note: '' })
  const pages: [string, string][] = await Promise.all(
    (
      [
        [site.visitor(), '/new?tab=comments'],
        [site.visitor(), '/members/mina?tab=comments'],
        [site.visitor(), '/'],
        [mina.agent, '/me'],
        [admin.agent, '/console/reports'],
      ] as const
    ).map(async ([agent, at]) => [at, (await agent.get(at)).root.text] as [string, string]),
  )
  for (const [at, text] of pages) expect([at, text.includes(line), text.includes(':cat/s1:')]).toEqual([at, true, false])
  const english = await site.visitor().get('/new?tab=comments', { 'accept-language': 'en' })
  expect(english.root.text).toContain('안녕 [sticker: 졸려요] :cat/none:')
})

test('machines are told of an answer’s sticker in words too', async () => {
  await aSet()
  await aPost(site, await aBoard(site, { slug: 'qna', look: 'qna' }), mina)
  await admin.agent.post('/qna/1/comments', { body: '이렇게 :cat/s1:' })
  const { body } = await site.visitor().get('/qna/1')
  expect(body).toContain('"text":"이렇게 [스티커: 졸려요]"')
})

test('stickers are offered where a comment is changed in its place, as where one is written', async () => {
  const path = await aSet()
  await say('안녕')
  const offers = async () => {
    const form = await mina.agent.request('/free/1/comments/1/edit', { headers: { accept: 'application/json' } })
    return ((await form.json()) as { html: string }).html.includes('data-tool="stickers"')
  }
  expect(await offers()).toBe(true)
  await admin.agent.submit(await admin.agent.get(path), '#set-form', { offered: '' })
  expect(await offers()).toBe(false)
})
