import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keptPage } from '../../../src/lib/cache/kept-page.ts'

test('a kept page takes the memory that it counts, compressed or not, and not the blocks that small buffers share', async () => {
  const body = `<p>${'글 '.repeat(5_000)}</p>`
  let grown = 0
  const page = keptPage({ body, headers: {}, shown: { viewedPost: null, searched: null } }, (bytes) => {
    grown += bytes
  })
  const [{ bytes: br }, { bytes: gzip }, { bytes: again }] = await Promise.all([
    page.encoded('br'),
    page.encoded('gzip'),
    page.encoded('br'),
  ])
  for (const buffer of [page.body, br, gzip]) expect(buffer.buffer.byteLength).toBe(buffer.length)
  expect(again).toBe(br)
  expect(grown).toBe(br.length + gzip.length)
  expect([page.body, brotliDecompressSync(br), gunzipSync(gzip)].map(String)).toEqual([body, body, body])
})

test('the same body has the same mark, another one another', () => {
  const mark = (body: string) => keptPage({ body, headers: {}, shown: { viewedPost: null, searched: null } }, () => {}).etag
  expect(mark('a')).toBe(mark('a'))
  expect(mark('a')).not.toBe(mark('b'))
})
