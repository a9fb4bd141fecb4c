import { beforeEach, describe, expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { sweepOrphans } from '../../../src/features/uploads/uploads.jobs.ts'
import { attachFiles } from '../../../src/features/uploads/uploads.service.ts'
import { aContainer, anMp3, anMp4, aPdf, aWebm, aZip } from './other-files.ts'
import { aFile, aPicture } from './pictures.ts'
import { useYard } from './yard.ts'

const yard = useYard()
const asScript = { 'x-requested-with': 'fetch', accept: 'application/json' }

async function upload(data: Buffer | string, name: string, { viewer = yard.mina, board = 'free' } = {}) {
  const page = await yard.agentOf(viewer).post(`/uploads?board=${board}`, { file: aFile(data, name, 'application/octet-stream') }, asScript)
  return { status: page.status, body: JSON.parse(page.body) as Record<string, string> }
}

async function attached(data: Buffer | string, name: string, post: { status?: 'visible' | 'hidden'; boardId?: number } = {}) {
  const { body } = await upload(data, name)
  const postId = await yard.aPost({ author: yard.mina, ...post })
  await attachFiles(yard.ctx.db, { postId, ownerId: 1, keys: [String(body['key'])] })
  return { path: String(body['path']), postId }
}

const get = (path: string, viewer: Viewer = guest, headers: Record<string, string> = {}) => yard.agentOf(viewer).request(path, { headers })

describe('what may be sent', () => {
  test.each([
    ['여름.mp4', anMp4(), 'video', 'video/mp4'],
    ['a.webm', aWebm(), 'video', 'video/webm'],
    ['보고서.pdf', aPdf(), 'file', 'application/pdf'],
    ['회의록.HWP', aContainer(), 'file', 'application/x-hwp'],
    ['회의록.hwpx', aZip(), 'file', 'application/hwp+zip'],
    ['묶음.zip', aZip(), 'file', 'application/zip'],
    ['표.xlsx', aZip('xl/workbook.xml'), 'file', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['글.txt', '안녕하세요', 'file', 'text/plain'],
    ['euc.csv', Buffer.from([0xb0, 0xa1, 0x2c, 0xb3, 0xaa]), 'file', 'text/csv'],
    ['노래.mp3', anMp3(), 'file', 'audio/mpeg'],
  ])('%s', async (name, data, kind, mime) => {
    const { status, body } = await upload(data as Buffer, name)
    expect(body['error']).toBeUndefined()
    expect([status, body['kind']]).toEqual([201, kind])
    expect(await yard.ctx.db('files').first('mime', 'kind')).toEqual({ mime, kind })
    expect(await yard.stored()).toEqual([`${body['key']}.file`])
    expect(Buffer.from(await (await get(String(body['path']), yard.mina)).arrayBuffer())).toEqual(Buffer.from(data))
  })

  test.each([
    ['x.html', '<script>__xss(1)</script>'],
    ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="__xss(1)"/>'],
    ['x.xml', '<?xml version="1.0"?><a/>'],
    ['x.js', 'alert(1)'],
    ['x.php', '<?php phpinfo();'],
    ['x.exe', Buffer.from('4d5a900003000000', 'hex')],
    ['x.pdf', '<html><script>__xss(1)</script>'],
    ['x.zip', 'not a zip'],
    ['x.docx', aPdf()],
    ['x.mp4', aZip()],
    ['x.webm', anMp4()],
    ['x.txt', Buffer.from('MZ\0\0\0')],
    ['x.txt', Buffer.alloc(0)],
    ['x.html.', '<b>'],
    ['x', 'text'],
    ['x.pdf.exe', aPdf()],
    ['__proto__', aZip()],
    ['x.constructor', aZip()],
    ['.htaccess', 'AddType text/html .txt'],
  ])('%s is refused when its bytes or its name are none of these, and nothing stays', async (name, data) => {
    expect((await upload(data, name)).status).toBe(415)
    expect(await yard.stored()).toEqual([])
  })

  test('a picture is a picture whatever it calls itself', async () => {
    const { body } = await upload(await aPicture(), 'x.pdf')
    expect([body['kind'], body['name']]).toEqual(['image', 'x.webp'])
  })

  test('what the board takes is its setting: kinds, size, and who', async () => {
    const set = async (values: object) => {
      await yard.ctx.db('boards').where({ slug: 'free' }).update(values)
      await yard.ctx.memory.forget('boards')
    }
    await set({ uploadKinds: 'image video' })
    expect((await upload(aPdf(), 'a.pdf')).status).toBe(415)
    expect((await upload(anMp4(), 'a.mp4')).status).toBe(201)
    await set({ uploadKinds: 'image video file', uploadMegabytes: 1 })
    expect((await upload(Buffer.alloc(1024 * 1024 + 1, 'a'), 'a.txt')).status).toBe(413)
    await set({ uploadLevel: 5 })
    expect((await upload(aPdf(), 'a.pdf')).status).toBe(403)
    expect((await upload(aPdf(), 'a.pdf', { board: 'nowhere' })).status).toBe(404)
  })

  test('a text that names as many files as the board lets a post have gets no more', async () => {
    await yard.ctx.db('boards').where({ slug: 'free' }).update({ uploadCount: 2 })
    await yard.ctx.memory.forget('boards')
    const send = (standing: number) => upload(aPdf(), 'a.pdf', { board: `free&standing=${standing}` })
    expect([(await send(1)).status, (await send(2)).status]).toEqual([201, 422])
    expect((await send(9)).body['error']).toContain('2개')
  })

  test('without a board, pictures alone', async () => {
    const page = await yard.agentOf(yard.mina).post('/uploads', { file: aFile(aPdf(), 'a.pdf') }, asScript)
    expect(page.status).toBe(415)
  })
})

describe('a film', () => {
  test.each([
    [anMp4(), 640, 360],
    [anMp4({ turned: true }), 360, 640],
    [Buffer.concat([anMp4().subarray(0, 60), Buffer.alloc(500, 255)]), 0, 0],
  ])('is measured by its head, turned as it was held (%#)', async (data, width, height) => {
    await upload(data, 'a.mp4')
    expect(await yard.ctx.db('files').first('width', 'height')).toEqual({ width, height })
  })

  test('is played in parts, as nothing but a film, by those who may read its post', async () => {
    const { path } = await attached(anMp4(), '여름.mp4')
    const part = await get(path, guest, { range: 'bytes=0-99' })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100])
    expect(part.headers.get('content-type')).toBe('video/mp4')
    expect(part.headers.get('x-content-type-options')).toBe('nosniff')
    expect(part.headers.get('content-security-policy')).toMatch(/^sandbox;/)
    expect(part.headers.get('content-disposition')).toMatch(/^inline/)
    const hidden = await attached(anMp4(), '여름.mp4', { status: 'hidden' })
    expect([(await get(hidden.path)).status, (await get(hidden.path, yard.mina)).status]).toEqual([404, 200])
  })
})

describe('what one takes home', () => {
  test('is saved under its Korean name, never opened in place', async () => {
    const { path } = await attached('안녕', '회의록 (최종) "1".txt')
    const { headers } = await get(path)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="___ (__) 1.txt"; filename*=UTF-8''%ED%9A%8C%EC%9D%98%EB%A1%9D%20%28%EC%B5%9C%EC%A2%85%29%201.txt`,
    )
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('asks for the level that the board sets; pictures of the same post do not', async () => {
    const { path, postId } = await attached(aPdf(), 'a.pdf')
    const picture = (await upload(await aPicture(), 'a.png')).body
    const files = [picture['key'], /[0-9a-f]{32}/.exec(path)?.[0]].map(String)
    await attachFiles(yard.ctx.db, { postId, ownerId: 1, keys: files })
    await yard.ctx.db('boards').update({ downloadLevel: 3 })
    await yard.ctx.memory.forget('boards')
    expect([(await get(path, yard.other)).status, (await get(path, yard.mina)).status, (await get(path, yard.moderator)).status]).toEqual([
      403, 200, 200,
    ])
    expect((await get(path)).headers.get('location')).toMatch(/^\/login/)
    expect((await get(String(picture['path']), yard.other)).status).toBe(200)
  })

  test('is counted once a day for each reader, not for a part further on, not for a machine', async () => {
    const { path } = await attached(aPdf(), 'a.pdf')
    const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0' }
    const count = async () => (await yard.ctx.db('files').first('downloadCount'))?.downloadCount
    await get(path, yard.other, browser)
    await expect.poll(count).toBe(1)
    await get(path, yard.other, browser)
    await get(path, yard.moderator, { ...browser, range: 'bytes=5-' })
    await get(path, guest, { 'user-agent': 'Googlebot/2.1' })
    await get(path, yard.moderator, browser)
    await expect.poll(count).toBe(2)
  })
})

test('the sweeper knows their names', async () => {
  await upload(aPdf(), 'a.pdf')
  await upload(await aPicture('png', { width: 700, height: 20 }), 'a.png')
  expect(await yard.stored()).toHaveLength(5)
  yard.clock.advance(25 * 3_600_000)
  expect(await sweepOrphans(yard.ctx)).toMatchObject({ rows: 2, files: 0 })
  expect(await yard.stored()).toEqual([])
})

beforeEach(async () => {
  await yard.ctx.redis.flushDb()
})
