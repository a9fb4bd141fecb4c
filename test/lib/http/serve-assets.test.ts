import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { useSite } from '../../support/site.ts'

const site = useSite()

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** As it comes through the line: nothing is unpacked on the way. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(`${site.url}${path}`, { method, headers }, async (answer) => {
      const body = Buffer.concat(await answer.toArray())
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
    })
    asked.on('error', reject).end()
  })

let css: string
let script: string
let font: string

beforeAll(async () => {
  const { body } = await ask('/terms')
  const address = (pattern: RegExp) => pattern.exec(String(body))?.[0] ?? ''
  css = address(/\/assets\/[\w-]+\/css\/main\.css/)
  script = address(/\/assets\/[\w-]+\/js\/main\.js/)
  font = address(/\/assets\/[\w-]+\/fonts\/[\w./-]+\.woff2/)
})

const browsers = { 'accept-encoding': 'gzip, deflate, br, zstd' }

describe('a text', () => {
  test.each([
    ['br', browsers, brotliDecompressSync],
    ['gzip', { 'accept-encoding': 'gzip, deflate' }, gunzipSync],
    ['gzip', { 'accept-encoding': 'gzip, br;q=0' }, gunzipSync],
    [undefined, {}, (bytes: Buffer) => bytes],
    [undefined, { 'accept-encoding': 'identity' }, (bytes: Buffer) => bytes],
  ])('is sent as %s to who asks with %o, the same words each time', async (encoding, headers, unpack) => {
    const plain = await ask(css)
    const [first, again] = [await ask(css, headers), await ask(css, headers)]
    for (const { status, headers: said, body } of [first, again]) {
      expect(status).toBe(200)
      expect(said['content-encoding']).toBe(encoding)
      expect(said['content-length']).toBe(String(body.length))
      expect(said['vary']).toBe('Accept-Encoding')
      expect(said['content-type']).toBe('text/css; charset=utf-8')
      expect(said['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(said['x-content-type-options']).toBe('nosniff')
      expect(unpack(body).equals(plain.body)).toBe(true)
    }
  })

  test('is compressed once for all who ask in the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(script, browsers)))
    expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1)
  })

  test('keeps the style sheet that every page waits for below 15 KB, and its comments to us', async () => {
    expect((await ask(css, browsers)).body.length).toBeLessThan(15_000)
    expect(String((await ask(css)).body)).not.toMatch(/\/\*|@import/)
  })
})

test('who has a file already is told so, in few words', async () => {
  for (const address of [css, font]) {
    const { headers } = await ask(address, browsers)
    const { status, body, headers: said } = await ask(address, { ...browsers, 'if-none-match': String(headers['etag']) })
    expect([status, body.length, said['etag'], said['cache-control']]).toEqual([304, 0, headers['etag'], headers['cache-control']])
    expect((await ask(address, { ...browsers, 'if-none-match': '"of another day"' })).status).toBe(200)
  }
})

test('HEAD says what GET would, without sending it', async () => {
  for (const address of [css, font]) {
    const { headers } = await ask(address, browsers)
    const head = await ask(address, browsers, 'HEAD')
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' })
  }
})

describe('a font', () => {
  test('is sent as it is, whole or the part that is asked for', async () => {
    const whole = await ask(font, browsers)
    expect([whole.headers['content-type'], whole.headers['content-encoding'], whole.headers['accept-ranges']]).toEqual([
      'font/woff2',
      undefined,
      'bytes',
    ])
    const part = await ask(font, { ...browsers, range: 'bytes=100-199' })
    expect([part.status, part.headers['content-length'], part.headers['content-range']]).toEqual([
      206,
      '100',
      `bytes 100-199/${whole.body.length}`,
    ])
    expect(part.body.equals(whole.body.subarray(100, 200))).toBe(true)
    const end = await ask(font, { range: 'bytes=-50' })
    expect(end.body.equals(whole.body.subarray(-50))).toBe(true)
  })

  test.each([
    ['beyond its end', { range: 'bytes=9999999-' }, 416],
    ['in several parts', { range: 'bytes=0-1,5-9' }, 200],
    ['in what are no bytes', { range: 'pages=1-2' }, 200],
    ['in nonsense', { range: 'bytes=z' }, 200],
    ['in a part of what may be another file', { range: 'bytes=0-9', 'if-range': '"old"' }, 200],
  ])('that is asked for %s is answered all the same', async (_how, headers, status) => {
    expect((await ask(font, headers)).status).toBe(status)
  })
})

test('a style sheet that changes leaves the fonts where they are: each folder has a hash of its own', () => {
  const folders = [css, script, font].map((address) => address.split('/')[2])
  expect(new Set(folders).size).toBe(3)
})

test('what is no file is not found and not kept, whoever asks and however', async () => {
  for (const [path, method] of [
    [css, 'POST'],
    [css.replace(/assets\/[\w-]+/, 'assets/of-last-year'), 'GET'],
    [css.replace('main.css', '../js/main.js'), 'GET'],
    [css.replace('main.css', '%2e%2e/%2e%2e/package.json'), 'GET'],
    ['/assets/', 'GET'],
    ['/assets', 'GET'],
  ] as const) {
    const { status, headers } = await ask(path, {}, method)
    expect([status, headers['cache-control']], path).toEqual([404, 'no-store'])
  }
})

test('icons stand where browsers look for them, for a day', async () => {
  for (const [path, type] of [
    ['/favicon.ico', 'image/x-icon'],
    ['/favicon.svg', 'image/svg+xml'],
  ]) {
    const { status, headers } = await ask(path ?? '')
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, 'public, max-age=86400'])
  }
})
