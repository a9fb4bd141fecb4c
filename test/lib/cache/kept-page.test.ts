import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keptPage } from '../../../src/lib/cache/kept-page.ts'

const shown = { viewedPost: null, searched: null }

test('a kept page takes the memory that it counts, and not the blocks that small buffers share', async () => {
  const body = `<p>${'글 '.repeat(5_000)}</p>`
  let bytes = Buffer.byteLength(body)
  const page = keptPage({ body, headers: {}, shown }, (grown) => {
    bytes += grown
  })
  const whole = await page.encoded('identity')
  expect([page.size, String(whole.bytes)]).toEqual([bytes, body])
  const [br, gzip, again] = await Promise.all([page.encoded('br'), page.encoded('gzip'), page.encoded('br')])
  for (const { bytes: buffer } of [whole, br, gzip]) expect(buffer.buffer.byteLength).toBe(buffer.length)
  expect(again).toBe(br)
  expect([brotliDecompressSync(br.bytes), gunzipSync(gzip.bytes)].map(String)).toEqual([body, body])
  // The whole was let go.
  expect(bytes).toBe(br.bytes.length + gzip.bytes.length)
  expect(bytes).toBeLessThan(Buffer.byteLength(body) / 4)
})

test('whoever can read no compressed page gets it whole, also when only packed ones are kept', async () => {
  const body = `<p>${'글 '.repeat(5_000)}</p>`
  for (const encoding of ['br', 'gzip'] as const) {
    const page = keptPage({ body, headers: { 'content-type': 'text/html' }, shown }, () => {})
    await page.encoded(encoding)
    const [one, other] = await Promise.all([page.encoded('identity'), page.encoded('identity')])
    expect([String(one.bytes), one.head]).toEqual([body, other.head])
    expect(one.head).toEqual(['content-type', 'text/html', 'ETag', page.etag, 'Content-Length', String(Buffer.byteLength(body))])
  }
})

test('the same body has the same mark, another one another', () => {
  const mark = (body: string) => keptPage({ body, headers: {}, shown }, () => {}).etag
  expect(mark('a')).toBe(mark('a'))
  expect(mark('a')).not.toBe(mark('b'))
})
