import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FetchRequest, GuardedFetch } from '../../../src/lib/fetch/fetch.types.ts'
import { createGuardedFetch } from '../../../src/lib/fetch/guarded-fetch.ts'

/** A site of strangers, on this machine, let through. */
let server: Server
let site: string
let answer: RequestListener
let guarded: GuardedFetch
const asked: IncomingMessage[] = []

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(req)
    res.on('error', () => undefined)
    answer(req, res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  site = `http://127.0.0.1:${port}`
  guarded = createGuardedFetch({ userAgent: 'Madang test', letThrough: { addresses: ['127.0.0.1'], ports: [port] } })
})
beforeEach(() => {
  asked.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((done) => server.close(done))
})

const says =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_req, res) =>
    void res.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body)
const page = (request?: FetchRequest, path = '/') => guarded.fetchPage(site + path, request)

describe('what is asked', () => {
  test('says who asks and what is taken, and nothing of anybody else', async () => {
    answer = says('<title>바다</title>', { 'Set-Cookie': 'a=b' })
    expect(await page()).toMatchObject({ ok: true, url: `${site}/`, contentType: 'text/html', text: '<title>바다</title>', isCut: false })
    await page({ known: { etag: '"7"', lastModified: 'Tue, 24 Nov 2026 00:00:00 GMT' } })
    expect(asked[0]?.headers).toEqual({
      'user-agent': 'Madang test',
      accept: 'text/html, application/xhtml+xml, */*;q=0.1',
      'accept-encoding': 'gzip, br',
      'accept-language': 'ko, en;q=0.8, *;q=0.5',
      host: site.slice('http://'.length),
      connection: 'close',
    })
    expect(asked[1]?.headers).toMatchObject({ 'if-none-match': '"7"', 'if-modified-since': 'Tue, 24 Nov 2026 00:00:00 GMT' })
    expect(asked[1]?.headers.cookie).toBeUndefined()
  })

  test('goes along four redirects and no further, also by Korean addresses', async () => {
    answer = (req, res) => {
      const step = Number(req.url?.slice(1))
      if (step === 0) says('there')(req, res)
      else res.writeHead(302, { Location: String(step - 1) }).end()
    }
    expect(await page({}, '/4')).toMatchObject({ ok: true, url: `${site}/0`, text: 'there' })
    expect(await page({}, '/20')).toMatchObject({ ok: false, why: 'redirects' })
    expect(asked).toHaveLength(10)
    answer = (req, res) =>
      req.url === '/' ? void res.writeHead(301, { Location: Buffer.from('/바다').toString('latin1') }).end() : says('sea')(req, res)
    expect(await page()).toMatchObject({ ok: true, url: `${site}/${encodeURIComponent('바다')}` })
  })

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'http://', 'javascript:alert(1)', 'http://user:pw@127.0.0.1/'])(
    'a redirect to %s ends there',
    async (to) => {
      answer = says('', { Location: to }, 302)
      expect(await page()).toMatchObject({ ok: false, why: 'address' })
      expect(asked).toHaveLength(1)
    },
  )

  test('a redirect to the keys of a cloud machine is forbidden', async () => {
    answer = says('', { Location: 'http://169.254.169.254/latest/meta-data/' }, 302)
    expect(await page()).toEqual({ ok: false, why: 'forbidden', url: 'http://169.254.169.254/latest/meta-data/' })
  })
})

describe('what is not taken', () => {
  test('other answers than 200, and other kinds than were asked for', async () => {
    for (const status of [204, 304, 401, 404, 410, 429, 500, 503]) {
      answer = says('', {}, status)
      expect(await page()).toMatchObject({ ok: false, why: 'status', status })
    }
    answer = says('<b>', { 'Content-Type': 'application/pdf' })
    expect(await page()).toMatchObject({ ok: false, why: 'type' })
    answer = says('x', { 'Content-Type': 'IMAGE/png; a=b' })
    expect(await guarded.fetchBytes(site, { types: ['image/'] })).toMatchObject({
      ok: true,
      contentType: 'image/png',
      data: Buffer.from('x'),
    })
    expect(await page()).toMatchObject({ ok: false, why: 'type' })
  })

  test('more than was asked for, whether it says so or not; or its beginning, where that is enough', async () => {
    const large = 'x'.repeat(5_000)
    answer = says(large)
    expect(await page({ maxBytes: 4_999 })).toMatchObject({ ok: false, why: 'tooLarge' })
    expect(await page({ maxBytes: 5_000 })).toMatchObject({ ok: true, isCut: false })
    answer = (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'text/html' })
      for (let part = 0; part < 50; part += 1) res.write(large)
      res.end()
    }
    expect(await page({ maxBytes: 4_999 })).toMatchObject({ ok: false, why: 'tooLarge' })
    expect(await page({ maxBytes: 4_999, cut: true })).toMatchObject({ ok: true, isCut: true, text: 'x'.repeat(4_999) })
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(200 * 2 ** 20))],
    ['br', brotliCompressSync(Buffer.alloc(50 * 2 ** 20))],
  ])('a bomb of %s unpacks no further than was asked for', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(210_000)
    answer = says(bomb, { 'Content-Encoding': encoding })
    const before = process.memoryUsage().rss
    expect(await page()).toMatchObject({ ok: false, why: 'tooLarge' })
    expect(await page({ cut: true })).toMatchObject({ ok: true, isCut: true })
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20)
  })

  test('what arrives without end and unpacks to nothing, what is packed twice, broken, or in another way', async () => {
    const nothing = gzipSync('').subarray(0, 10)
    answer = (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
      res.write(nothing)
      // An empty block of deflate, again and again.
      const send = () =>
        void (
          res.destroyed ||
          res.write(
            Buffer.alloc(50_000).map((_, at) => [0, 0, 0, 0xff, 0xff][at % 5] ?? 0),
            send,
          )
        )
      send()
    }
    expect(await page()).toMatchObject({ ok: false, why: 'tooLarge' })
    for (const encoding of ['gzip, gzip', 'zstd', 'compress']) {
      answer = says(gzipSync('x'), { 'Content-Encoding': encoding })
      expect(await page()).toMatchObject({ ok: false, why: 'encoding' })
    }
    for (const encoding of ['gzip', 'br']) {
      answer = says('no such thing', { 'Content-Encoding': encoding })
      expect(await page()).toMatchObject({ ok: false, why: 'encoding' })
    }
    answer = says(gzipSync('바다'), { 'Content-Encoding': 'gzip' })
    expect(await page()).toMatchObject({ ok: true, text: '바다' })
  })

  test('who answers too slowly: no header, a byte now and then, one hint after another', async () => {
    const slowly: RequestListener[] = [
      () => undefined,
      (_req, res) => {
        res.writeHead(200, { 'Content-Type': 'text/html' })
        const timer = setInterval(() => res.write('x'), 20)
        res.on('close', () => clearInterval(timer))
      },
      (_req, res) => {
        const timer = setInterval(() => res.writeEarlyHints({ link: '</a>; rel=preload' }), 20)
        res.on('close', () => clearInterval(timer))
      },
    ]
    for (const listener of slowly) {
      answer = listener
      const startedAt = performance.now()
      expect(await page({ timeoutMs: 300 })).toMatchObject({ ok: false, why: 'timeout' })
      expect(performance.now() - startedAt).toBeLessThan(1_500)
    }
  })

  test('headers without end, an answer that breaks off, another protocol, nonsense', async () => {
    const raw = (text: string, end = true) => {
      answer = (_req, res) => void (end ? res.socket?.end(text) : res.socket?.write(text))
      return page({ timeoutMs: 2_000 })
    }
    expect(await raw(`HTTP/1.1 200 OK\r\n${'X-Header: and so on\r\n'.repeat(5_000)}`, false)).toMatchObject({ why: 'tooLarge' })
    expect(await raw('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\nhalf')).toMatchObject({ why: 'unreachable' })
    expect(await raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n')).toMatchObject({
      why: 'unreachable',
    })
    for (const nonsense of [
      'SSH-2.0-OpenSSH_9.6\r\n',
      '',
      '\0\0\0',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
    ]) {
      expect(await raw(nonsense)).toMatchObject({ ok: false, why: 'unreachable' })
    }
    expect(await guarded.fetchPage(site.replace('http:', 'https:'))).toMatchObject({ ok: false, why: 'unreachable' })
  })
})

describe('what a page says in which letters', () => {
  const korean = '<title>똠방각하 펲시콜라</title>'
  const meta = (charset: string) => `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`
  test.each<[string, string, Buffer, string]>([
    ['the header, in Windows’ wider EUC-KR', 'text/html; charset=EUC-KR', iconv.encode(korean, 'cp949'), korean],
    ['the header, by another name and quoted', 'text/html;charset="ks_c_5601-1987"', iconv.encode(korean, 'cp949'), korean],
    ['the page', 'text/html', iconv.encode(meta('euc-kr') + korean, 'cp949'), meta('euc-kr') + korean],
    ['the page, shortly', 'text/html', iconv.encode(`<meta charset=cp949>${korean}`, 'cp949'), `<meta charset=cp949>${korean}`],
    [
      'a feed',
      'text/html',
      iconv.encode(`<?xml version="1.0" encoding="euc-kr"?>${korean}`, 'cp949'),
      `<?xml version="1.0" encoding="euc-kr"?>${korean}`,
    ],
    ['its first bytes, against the header', 'text/html; charset=euc-kr', Buffer.from(`\ufeff${korean}`), korean],
    ['UTF-16 by its first bytes', 'text/html', iconv.encode(korean, 'utf16le', { addBOM: true }), korean],
    ['nothing: UTF-8', 'text/html', Buffer.from(korean), korean],
    ['nothing: UTF-8, cut in a letter', 'text/html', Buffer.from(korean).subarray(0, 9), '<title>�'],
    ['nothing: Korean of old', 'text/html', iconv.encode(korean, 'cp949'), korean],
    ['an unknown charset', 'text/html; charset=klingon', Buffer.from(korean), korean],
    ['one that is none', 'text/html; charset=base64', Buffer.from(korean), korean],
    ['UTF-16 in letters that are not', 'text/html', Buffer.from(meta('utf-16') + korean), meta('utf-16') + korean],
    ['Japanese', 'text/html; charset=Shift_JIS', iconv.encode('日本語', 'shift_jis'), '日本語'],
  ])('by %s', async (_by, contentType, body, text) => {
    answer = says(body, { 'Content-Type': contentType })
    expect(await page()).toMatchObject({ ok: true, text })
  })

  test('a page made to be searched for long is read at once', async () => {
    answer = says('<meta '.repeat(150_000))
    const startedAt = performance.now()
    expect(await page()).toMatchObject({ ok: true })
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})
