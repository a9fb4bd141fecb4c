import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Asset } from '../views/assets.ts'

export type Encoding = 'br' | 'gzip'

export interface Ready {
  headers: OutgoingHttpHeaders
  body: Buffer
}

/** A file with everything that is said of it, decided once: an answer only sends. */
export interface ReadyFile {
  etag: string
  plain: Ready
  /** null: it holds no text, and would only grow. */
  compressed: ((encoding: Encoding) => Ready | Promise<Ready>) | null
}

const types: Record<string, { type: string; text: boolean }> = {
  css: { type: 'text/css; charset=utf-8', text: true },
  js: { type: 'text/javascript; charset=utf-8', text: true },
  svg: { type: 'image/svg+xml', text: true },
  txt: { type: 'text/plain; charset=utf-8', text: true },
  png: { type: 'image/png', text: false },
  ico: { type: 'image/x-icon', text: false },
  woff2: { type: 'font/woff2', text: false },
}

/** What protects a page is not said of its files again: twenty times a kilobyte is what a first visit would wait for. */
const always = { 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' }
/** A drawing can be opened as a page. */
const drawing = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" }

/** @throws for a kind of file that nobody has said a type of */
export function readyFile(address: string, { bytes, hash }: Asset, cacheControl: string): ReadyFile {
  const kind = types[address.slice(address.lastIndexOf('.') + 1)]
  if (kind === undefined) throw new Error(`no content type for ${address}`)
  // Weak: one for all encodings of it.
  const etag = `${kind.text ? 'W/' : ''}"${hash}"`
  const headers = {
    'Content-Type': kind.type,
    'Cache-Control': cacheControl,
    ETag: etag,
    ...always,
    ...(kind.type === types['svg']?.type ? drawing : {}),
    ...(kind.text ? { Vary: 'Accept-Encoding' } : { 'Accept-Ranges': 'bytes' }),
  }
  const ready = (body: Buffer, more: OutgoingHttpHeaders = {}): Ready => ({
    headers: { ...headers, 'Content-Length': body.length, ...more },
    body,
  })
  return {
    etag,
    plain: ready(bytes),
    compressed: kind.text ? onceEach(async (encoding) => ready(await compress[encoding](bytes), { 'Content-Encoding': encoding })) : null,
  }
}

/** Made when it is first asked for, for all who ask meanwhile; not at the start, which nobody shall wait for. */
function onceEach(make: (encoding: Encoding) => Promise<Ready>): (encoding: Encoding) => Ready | Promise<Ready> {
  const made = new Map<Encoding, Ready | Promise<Ready>>()
  return (encoding) => {
    const known = made.get(encoding)
    if (known !== undefined) return known
    const making = make(encoding)
    made.set(encoding, making)
    making.then(
      (ready) => made.set(encoding, ready),
      () => made.delete(encoding),
    )
    return making
  }
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Once in the life of a process: as small as it gets. */
const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  gzip: (body) => gzipped(body, { level: 9 }),
  br: (body) =>
    brotlied(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
}
