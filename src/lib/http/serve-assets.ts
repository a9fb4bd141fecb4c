import type { Request, RequestHandler, Response } from 'express'
import type { Assets } from '../views/assets.ts'
import { type Encoding, type ReadyFile, readyFile } from './ready-file.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'

/** Where browsers look for icons of their own accord. */
const icons = [
  ['/favicon.svg', 'img/favicon.svg'],
  ['/favicon.ico', 'img/favicon.ico'],
] as const

/** Files of `public/` under their hash, from memory: kept for ever by browsers, with no more work for each than sending it. */
export function serveAssets(assets: Assets): RequestHandler {
  const files = new Map([...assets.byAddress].map(([address, asset]) => [address, readyFile(address, asset, FOR_EVER)]))
  for (const [address, file] of icons) {
    const asset = assets.byAddress.get(assets.path(file))
    if (asset) files.set(address, readyFile(address, asset, A_DAY))
  }
  return (req, res, next) => {
    const file = files.get(req.path)
    if (file === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    return answer(req, res, file)
  }
}

/** An old hash is gone: its page will ask for the new one. */
export const noSuchAsset: RequestHandler = (_req, res) => {
  res.status(404).set('Cache-Control', 'no-store').type('text').send('Not found')
}

async function answer(req: Request, res: Response, file: ReadyFile): Promise<void> {
  if (req.headers['if-none-match']?.includes(file.etag)) return void res.writeHead(304, headersOfNotModified(file)).end()
  if (file.compressed === null) return sendBytes(req, res, file)
  const encoding = encodingFor(req)
  const { headers, body } = encoding === null ? file.plain : await file.compressed(encoding)
  res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body)
}

function headersOfNotModified({ plain: { headers } }: ReadyFile) {
  const { 'Content-Length': _length, 'Content-Type': _type, ...others } = headers
  return others
}

/** A part of it, for who asks for one; who asks for several, or is not sure that theirs is the same file, gets the whole. */
function sendBytes(req: Request, res: Response, { plain: { headers, body } }: ReadyFile): void {
  const asked = req.headers.range !== undefined && req.headers['if-range'] === undefined ? req.range(body.length) : undefined
  const parts = Array.isArray(asked) && asked.type === 'bytes' ? asked : []
  const [part] = parts
  if (asked === -1) return void res.writeHead(416, { ...headers, 'Content-Length': 0, 'Content-Range': `bytes */${body.length}` }).end()
  if (part === undefined || parts.length > 1) return void res.writeHead(200, headers).end(req.method === 'HEAD' ? undefined : body)
  const { start, end } = part
  const range = { 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${body.length}` }
  res.writeHead(206, { ...headers, ...range }).end(req.method === 'HEAD' ? undefined : body.subarray(start, end + 1))
}

/** Browsers of one make all say the same: it is read once. */
const encodings = new Map<string, Encoding | null>()
const MOST_KNOWN = 100

function encodingFor(req: Request): Encoding | null {
  const said = req.headers['accept-encoding']
  if (typeof said !== 'string') return null
  const known = encodings.get(said)
  if (known !== undefined) return known
  const encoding = (['br', 'gzip'] as const).find((each) => req.acceptsEncodings(each)) ?? null
  if (encodings.size < MOST_KNOWN) encodings.set(said, encoding)
  return encoding
}
