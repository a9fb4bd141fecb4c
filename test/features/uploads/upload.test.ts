import sharp, { type Metadata } from 'sharp'
import { describe, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { listBodyFiles } from '../../../src/features/uploads/uploads.read-models.ts'
import { aFile, anAnimation, aPhoneShot, aPicture, aPngBomb } from './pictures.ts'
import { useYard } from './yard.ts'

const yard = useYard()
const asScript = { 'x-requested-with': 'fetch', accept: 'application/json' }

async function upload(file: File, viewer = yard.mina): Promise<{ status: number; body: Record<string, string | number> }> {
  const page = await yard.agentOf(viewer).post('/uploads', { file: [file] }, asScript)
  return { status: page.status, body: JSON.parse(page.body) }
}

async function pixels(path: string): Promise<Buffer> {
  const response = await yard.agentOf(yard.mina).request(path)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** The suite's process may read a WebP from a buffer no more than ours may: it goes by way of a file. */
async function factsOf(path: string): Promise<Metadata> {
  const { writeFile, rm } = await import('node:fs/promises')
  const place = `/tmp/madang-${process.pid}-${Math.floor(performance.now() * 1000)}.webp`
  await writeFile(place, await pixels(path))
  try {
    return await sharp(place, { animated: true }).metadata()
  } finally {
    await rm(place)
  }
}

describe('a picture that comes in', () => {
  test.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)('%s becomes a measured WebP with a thumbnail', async (kind) => {
    const { status, body } = await upload(aFile(await aPicture(kind, { width: 900, height: 300 }), `바다 사진.${kind}`))
    expect(status).toBe(201)
    expect(body).toMatchObject({ width: 900, height: 300, name: '바다 사진.webp' })
    expect(body['markdown']).toBe(`![바다 사진](${body['path']})`)
    expect(await factsOf(String(body['path']))).toMatchObject({ format: 'webp', width: 900, height: 300 })
    expect(await factsOf(String(body['thumbnailPath']))).toMatchObject({ width: 480, height: 160 })
    expect(await yard.temporary()).toEqual([])
  })

  test('a phone shot stands upright and tells neither owner nor place', async () => {
    const { body } = await upload(aFile(await aPhoneShot(), 'shot.jpg'))
    expect(body).toMatchObject({ width: 40, height: 60 })
    const { exif, xmp, iptc, orientation } = await factsOf(String(body['path']))
    expect({ exif, xmp, iptc, orientation }).toEqual({})
    expect((await pixels(String(body['path']))).includes('canary-owner')).toBe(false)
  })

  test('copies are made for every screen that is smaller than it, and hold its shape', async () => {
    const { body } = await upload(aFile(await aPicture('jpeg', { width: 2_400, height: 1_200 }), 'wide.jpg'))
    const source = String(body['markdown'])
    const known = (await listBodyFiles(yard.ctx, { source, ownerId: 1, postId: null })).get(String(body['path']))
    expect(known?.smaller.map(({ width }) => width)).toEqual([320, 640, 1280, 480])
    for (const { path, width } of known?.smaller ?? []) {
      expect(await factsOf(path)).toMatchObject({ format: 'webp', width, height: width / 2 })
    }
    await upload(aFile(await anAnimation(3, { width: 700, height: 20 }), 'moving.gif'))
    expect(await yard.ctx.db('files').orderBy('id').pluck('copies')).toEqual(['320 640 1280', ''])
  })

  test('what is wider than a screen is made smaller', async () => {
    const { body } = await upload(aFile(await aPicture('jpeg', { width: 4_000, height: 1_000 }), 'wide.jpg'))
    expect(body).toMatchObject({ width: 1920, height: 480 })
  })

  test('what moves goes on moving', async () => {
    const { body } = await upload(aFile(await anAnimation(3), 'moving.gif'))
    expect(body).toMatchObject({ width: 40, height: 30 })
    expect(await factsOf(String(body['path']))).toMatchObject({ format: 'webp', pages: 3 })
  })
})

describe('what is no picture', () => {
  const active: [string, string][] = [
    ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="__xss(1)"/>'],
    ['x.html', '<!doctype html><script>__xss(1)</script>'],
    ['x.xml', '<?xml version="1.0"?><x/>'],
    ['x.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['x.pdf', '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj'],
    ['x.php', '<?php system($_GET[0]);'],
    ['x.js', '__xss(1)'],
    ['x.swf', 'FWS\u0009'],
    ['x.mvg', 'push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 "https://evil.example/x"\npop graphic-context'],
    ['x.txt', 'plain'],
    ['x.zip', 'PK\u0003\u0004'],
    ['x.csv', '=1+1'],
  ]
  const names = active.flatMap(([name, data]): [string, string][] => [
    [name, data],
    [`${name}.png`, data],
    [name.toUpperCase(), data],
    [`${name}. `, data],
  ])

  test.each(names)('%s is refused by what it is, whatever its name says', async (name, data) => {
    const { status, body } = await upload(aFile(data, name, 'image/png'))
    expect(status).toBe(415)
    expect(body['error']).toContain('JPEG')
    expect(await yard.stored()).toEqual([])
    expect(await yard.ctx.db('files')).toEqual([])
  })

  test('a TIFF is a picture, but none that we take', async () => {
    expect((await upload(aFile(await aPicture('tiff'), 'x.png'))).status).toBe(415)
  })

  test('a picture that breaks off is said to be broken', async () => {
    const whole = await aPicture('png', { width: 800, height: 800 })
    const { status } = await upload(aFile(whole.subarray(0, Math.floor(whole.length / 2))))
    expect(status).toBe(422)
    expect(await yard.stored()).toEqual([])
  })

  test('a bomb is refused before it is unpacked', async () => {
    const memory = process.memoryUsage().rss
    const before = performance.now()
    for (const bomb of [aPngBomb(), aPngBomb(1, 60_000_000), aPngBomb(8_000, 8_000)]) expect((await upload(aFile(bomb))).status).toBe(413)
    expect(performance.now() - before).toBeLessThan(3_000)
    expect(process.memoryUsage().rss - memory).toBeLessThan(100 * 1024 * 1024)
  })

  test('an animation of too many frames is refused', async () => {
    expect((await upload(aFile(await anAnimation(501, { width: 2, height: 2 }), 'long.gif'))).status).toBe(413)
  })

  test('a form without a picture is told so', async () => {
    const page = await yard.agentOf(yard.mina).post('/uploads', { note: aFile('', '', 'text/plain') as unknown as string }, asScript)
    expect(page.status).toBe(422)
  })
})

describe('names', () => {
  test.each([
    ['"><img src=x onerror=__xss(1)>.png', 'img src=x onerror=__xss(1).webp'],
    ['\u202egnp.exe', 'gnp.webp'],
    [`${'한글'.normalize('NFD')}.png`, '한글.webp'],
    ['../../etc/passwd', 'passwd.webp'],
    ['..\\..\\x.PHP', 'x.webp'],
    ['.htaccess', 'htaccess.webp'],
    ['a\r\nSet-Cookie: b=c.png', 'a Set-Cookie b=c.webp'],
    ['50% 할인.jpg', '50% 할인.webp'],
    ['가'.repeat(300), `${'가'.repeat(60)}….webp`],
    ['   ', 'image.webp'],
  ])('%j is kept as %j, and its header holds', async (given, kept) => {
    const { status, body } = await upload(aFile(await aPicture(), given))
    expect(status).toBe(201)
    expect(body['name']).toBe(kept)
    const response = await yard.agentOf(yard.mina).request(String(body['path']))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="[^"\\\r\n]+"; filename\*=UTF-8''[\w%.~!$&+^`|-]+$/)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe('who may send, and how much', () => {
  test('a guest is told to log in, and nothing is read', async () => {
    const page = await yard.agentOf(guest).post('/uploads', { file: aFile(await aPicture()) }, asScript)
    expect(page.status).toBe(401)
    expect(await yard.temporary()).toEqual([])
  })

  test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])(
    'a page of another site can’t send one (%j)',
    async (headers) => {
      const page = await yard.agentOf(yard.mina).post('/uploads', { file: aFile(await aPicture()) }, { ...asScript, ...headers })
      expect(page.status).toBe(403)
      expect(await yard.stored()).toEqual([])
      expect(await yard.temporary()).toEqual([])
    },
  )

  test('more than 15 MB is too much, and nothing stays', async () => {
    expect((await upload(aFile(Buffer.alloc(15 * 1024 * 1024 + 1)))).status).toBe(413)
    await expect.poll(() => yard.temporary()).toEqual([])
  })

  test('the 201st picture of a day waits for the next', async () => {
    const { body } = await upload(aFile(await aPicture()))
    const row = await yard.ctx.db('files').first()
    const copies = Array.from({ length: 199 }, (_, index) => ({ ...row, id: undefined, fileKey: index.toString(16).padStart(32, '0') }))
    for (const { id: _id, ...copy } of copies) await yard.ctx.db('files').insert(copy)
    expect(body['path']).toBeTruthy()
    expect((await upload(aFile(await aPicture()))).status).toBe(429)
    expect((await upload(aFile(await aPicture()), yard.other)).status).toBe(201)
    yard.clock.advance(24 * 3_600_000 + 1_000)
    expect((await upload(aFile(await aPicture()))).status).toBe(201)
  })
})
