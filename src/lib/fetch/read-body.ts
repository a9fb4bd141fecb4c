import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'

export class TooLarge extends Error {
  constructor() {
    super('more than was asked for')
    this.name = 'TooLarge'
  }
}

export class UnknownEncoding extends Error {
  constructor(encoding: string) {
    super(`packed as ${encoding.slice(0, 40)}`)
    this.name = 'UnknownEncoding'
  }
}

interface Limits {
  maxBytes: number
  cut: boolean
}

/** Reads no further than `maxBytes`, counted as they arrive and as they are unpacked: a few bytes may unpack to gigabytes, and many to none. */
export async function readBody(response: IncomingMessage, { maxBytes, cut }: Limits): Promise<{ data: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = []
  let total = 0
  let isCut = false
  try {
    if (!cut && Number(response.headers['content-length']) > maxBytes) throw new TooLarge()
    for await (const chunk of unpacked(response, maxBytes)) {
      chunks.push(chunk as Buffer)
      total += (chunk as Buffer).length
      if (total > maxBytes) throw new TooLarge()
    }
  } catch (error) {
    if (!cut || !(error instanceof TooLarge)) throw error
    isCut = true
  } finally {
    response.destroy()
  }
  return { data: Buffer.concat(chunks).subarray(0, maxBytes), isCut }
}

function unpacked(response: IncomingMessage, maxBytes: number): AsyncIterable<unknown> {
  const unpacker = unpackerFor(response.headers['content-encoding'] ?? '')
  if (unpacker === null) return response
  let received = 0
  response.on('data', (chunk: Buffer) => {
    received += chunk.length
    if (received > maxBytes) unpacker.destroy(new TooLarge())
  })
  response.on('error', (error) => unpacker.destroy(error))
  return response.pipe(unpacker)
}

function unpackerFor(encoding: string): Transform | null {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return null
  if (name === 'gzip' || name === 'x-gzip') return createGunzip()
  if (name === 'br') return createBrotliDecompress()
  throw new UnknownEncoding(name)
}
