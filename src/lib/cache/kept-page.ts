import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Shown } from '../http/route.ts'

export type Encoding = 'br' | 'gzip'

/** A finished answer, the same for everyone who asks for it in the same way. */
export interface KeptPage {
  body: Buffer
  headers: Record<string, string>
  /** Each look at it counts. */
  shown: Shown
  /** Compressed when it is first asked for so, and kept. */
  encoded(encoding: Encoding): Promise<Buffer>
}

export type FinishedPage = Pick<KeptPage, 'shown' | 'headers'> & { body: string }

/** `grown` is told of the bytes that were added. */
export function keptPage({ body, headers, shown }: FinishedPage, grown: (bytes: number) => void): KeptPage {
  const bytes = alone(body)
  const encodings = new Map<Encoding, Promise<Buffer>>()
  return {
    body: bytes,
    // Weak: one for all encodings of it.
    headers: { ...headers, etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` },
    shown,
    encoded(encoding) {
      const known = encodings.get(encoding)
      if (known !== undefined) return known
      const made = compress[encoding](bytes)
      encodings.set(encoding, made)
      made.then(
        ({ length }) => grown(length),
        () => encodings.delete(encoding),
      )
      return made
    },
  }
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** A page lives for seconds: the best compression would cost more than it saves, and its window of four megabytes more than the page. */
const brotli = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 17 }
const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
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
