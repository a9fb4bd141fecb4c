import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { type Reply, stream } from '../../lib/http/reply.ts'
import { disposition } from '../../lib/storage/file-name.ts'
import { sizedStorageKey, sizesOf, storageKey } from './uploads.paths.ts'
import { everyoneReadsFile, type FilePlace } from './uploads.policy.ts'
import type { FileRow, FileSize } from './uploads.types.ts'

interface Part {
  start: number
  end: number
}

/** A hidden post takes its files with it: no copy of them may outlive this by longer. */
const KEPT_SECONDS = 3_600

/** Opened by itself, a picture or a film is a page that the browser makes around it, with styles of its own; nothing else loads or runs. */
const shown = "sandbox; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'"
const policies: Record<FileRow['kind'], string> = { image: shown, video: shown, file: "sandbox; default-src 'none'" }

/** The file, or the part of it that was asked for, with headers under which a browser takes it for nothing but what it is. */
export function sendFile(ctx: AppContext, req: Request, { file, place }: { file: FileRow; place: FilePlace }, size?: FileSize): Reply {
  if (size && !sizesOf(file).includes(size)) throw new NotFound('no such size of this file')
  const key = size ? sizedStorageKey(file.fileKey, size) : storageKey(file)
  return stream(async (res) => {
    const bytes = await sizeOf(ctx, key)
    const etag = `"${file.fileKey}-${size ?? 'full'}"`
    res.set({
      'Content-Type': file.mime,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': policies[file.kind],
      'Content-Disposition': disposition(file.kind === 'file' ? 'attachment' : 'inline', file.name),
      'Cache-Control': `${everyoneReadsFile(place, file.kind) ? 'public' : 'private'}, max-age=${KEPT_SECONDS}, immutable`,
      ETag: etag,
      'Accept-Ranges': 'bytes',
    })
    if (req.fresh) return void res.status(304).end()
    const part = partOf(req, bytes, etag)
    if (part === 'none') return void res.status(416).set('Content-Range', `bytes */${bytes}`).end()
    if (part) res.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`)
    res.set('Content-Length', String(part ? part.end - part.start + 1 : bytes))
    if (req.method === 'HEAD') return void res.end()
    await sendBytes(ctx, res, key, part)
  })
}

/** One range is served; several at once, which no picture viewer and no player asks for, get the whole. */
function partOf(req: Request, bytes: number, etag: string): Part | 'none' | undefined {
  // Who goes on with what broke off means the same file, or all of the one that is here.
  if (![undefined, etag].includes(req.get('if-range'))) return undefined
  const ranges = req.range(bytes, { combine: true })
  if (ranges === -1) return 'none'
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  return ranges[0]
}

/** Asked before a header is set: a row without its bytes is answered as if neither were there. */
async function sizeOf(ctx: AppContext, key: string): Promise<number> {
  return ctx.storage.size(key).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error
    ctx.log.error({ key }, 'a row without its file')
    throw new NotFound('file without bytes')
  })
}

async function sendBytes(ctx: AppContext, res: Response, key: string, part: Part | undefined): Promise<void> {
  const data = await ctx.storage.read(key, part)
  // A reader who goes away in the middle is no fault.
  await pipeline(data, res).catch((error: unknown) => ctx.log.debug({ err: error, key }, 'a file was not read to its end'))
}
