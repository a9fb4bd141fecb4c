import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'
import type { Shown } from '../http/route.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** As it goes on the wire: names and values in turn, ready for `writeHead`. */
export interface PageBody {
  head: readonly string[]
  bytes: Buffer
}

/** A finished answer, the same for everyone who asks for it in the same way. */
export interface KeptPage {
  /** Bytes that it takes until somebody asks for it. */
  size: number
  headers: Readonly<Record<string, string>>
  etag: string
  /** Of "not changed", which sends no body. */
  notModified: readonly string[]
  /** Each look at it counts. */
  shown: Shown
  /** As it is wanted, made when it is first asked for and kept. */
  encoded(encoding: Encoding): PageBody | Promise<PageBody>
}

export interface FinishedPage {
  body: string
  headers: Readonly<Record<string, string>>
  shown: Shown
}

/**
 * Browsers want it compressed, a quarter as large: once it is, the whole is let go, and unpacked again for the rare program that can't read the
 * other. `grown` is told of the bytes that were added, or freed.
 */
export function keptPage({ body, headers, shown }: FinishedPage, grown: (bytes: number) => void): KeptPage {
  const whole = alone(body)
  // Weak: one for all encodings of it.
  const etag = `W/"${createHash('sha256').update(whole).digest('base64url').slice(0, 22)}"`
  const common = Object.entries({ ...headers, ETag: etag })
  const encodings = new Map<Encoding, PageBody | Promise<PageBody>>()
  const keep = (encoding: Encoding, bytes: Buffer): PageBody => {
    const said = encoding === 'identity' ? [] : [['Content-Encoding', encoding]]
    const made = { head: [...common, ...said, ['Content-Length', String(bytes.length)]].flat(), bytes }
    encodings.set(encoding, made)
    return made
  }
  keep('identity', whole)

  const make = async (encoding: Encoding): Promise<PageBody> => {
    // Looked up before anything is waited for: later this one stands among them.
    const [kept, packed] = [encodings.get('identity'), encodings.get('br') ?? encodings.get('gzip')]
    const identity = kept !== undefined ? (await kept).bytes : packed !== undefined ? await unpack(await packed) : undefined
    if (identity === undefined) throw new Error('a kept page holds nothing')
    const made = keep(encoding, encoding === 'identity' ? identity : await compress[encoding](identity))
    if (encoding !== 'identity' && encodings.delete('identity')) grown(-identity.length)
    grown(made.bytes.length)
    return made
  }
  return {
    size: whole.length,
    headers,
    etag,
    notModified: common.filter(([name]) => name.toLowerCase() !== 'content-type').flat(),
    shown,
    encoded(encoding) {
      const known = encodings.get(encoding)
      if (known !== undefined) return known
      const making = make(encoding)
      encodings.set(encoding, making)
      making.catch(() => encodings.delete(encoding))
      return making
    },
  }
}

const unpacked = { br: promisify(brotliDecompress), gzip: promisify(gunzip) }
const unpack = async ({ head, bytes }: PageBody): Promise<Buffer> => alone(await unpacked[head.includes('br') ? 'br' : 'gzip'](bytes))

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** A page lives for seconds: the best compression would cost more than it saves, and its window of four megabytes more than the page. */
const brotli = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 17 }
const compress: Record<'br' | 'gzip', (body: Buffer) => Promise<Buffer>> = {
  gzip: async (body) => alone(await gzipped(body, { level: 6 })),
  br: async (body) => alone(await brotlied(body, { params: brotli })),
}

/** Small buffers are cut from blocks that they share with others, and each keeps the whole block: one of its own takes what it counts. */
function alone(content: string | Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(Buffer.byteLength(content))
  if (typeof content === 'string') own.write(content)
  else content.copy(own)
  return own
}
