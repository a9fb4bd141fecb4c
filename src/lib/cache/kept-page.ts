import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Shown } from '../http/route.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** As it goes on the wire: names and values in turn, ready for `writeHead`. */
export interface PageBody {
  head: readonly string[]
  bytes: Buffer
}

/** A finished answer, the same for everyone who asks for it in the same way. */
export interface KeptPage {
  body: Buffer
  headers: Readonly<Record<string, string>>
  etag: string
  /** Of "not changed", which sends no body. */
  notModified: readonly string[]
  /** Each look at it counts. */
  shown: Shown
  /** Compressed when it is first asked for so, and kept. */
  encoded(encoding: Encoding): PageBody | Promise<PageBody>
}

export interface FinishedPage {
  body: string
  headers: Readonly<Record<string, string>>
  shown: Shown
}

/** `grown` is told of the bytes that were added. */
export function keptPage({ body, headers, shown }: FinishedPage, grown: (bytes: number) => void): KeptPage {
  const bytes = alone(body)
  // Weak: one for all encodings of it.
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const common = Object.entries({ ...headers, ETag: etag }).flat()
  const notModified = common.flatMap((value, index) =>
    index % 2 === 0 && value.toLowerCase() !== 'content-type' ? [value, common[index + 1] ?? ''] : [],
  )
  const encodings = new Map<Encoding, PageBody | Promise<PageBody>>([['identity', { head: [...common, ...lengthOf(bytes)], bytes }]])
  const make = async (encoding: 'br' | 'gzip'): Promise<PageBody> => {
    const compressed = await compress[encoding](bytes)
    const made = { head: [...common, 'Content-Encoding', encoding, ...lengthOf(compressed)], bytes: compressed }
    encodings.set(encoding, made)
    grown(compressed.length)
    return made
  }
  return {
    body: bytes,
    headers,
    etag,
    notModified,
    shown,
    encoded(encoding) {
      const known = encodings.get(encoding)
      if (known !== undefined || encoding === 'identity') return known as PageBody
      const making = make(encoding)
      encodings.set(encoding, making)
      making.catch(() => encodings.delete(encoding))
      return making
    },
  }
}

const lengthOf = ({ length }: Buffer) => ['Content-Length', String(length)]

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
