import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { AppContext } from '../../context.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { type Reply, stream } from '../../lib/http/reply.ts'
import { inlineDisposition } from '../../lib/storage/file-name.ts'
import { storageKey, thumbnailStorageKey } from './uploads.paths.ts'
import { everyoneReadsFile, type FilePlace } from './uploads.policy.ts'
import type { FileRow } from './uploads.types.ts'

interface Part {
  start: number
  end: number
}

/** A hidden post takes its pictures with it: no copy of them may outlive this by longer. */
const KEPT_SECONDS = 3_600

/** The picture, or the part of it that was asked for, with headers under which a browser takes it for nothing but a picture. */
export function sendFile(
  ctx: AppContext,
  req: Request,
  { file, place }: { file: FileRow; place: FilePlace },
  size: 'full' | 'thumbnail',
): Reply {
  const [key, bytes] = size === 'full' ? [storageKey(file.fileKey), file.bytes] : [thumbnailStorageKey(file.fileKey), file.thumbnailBytes]
  return stream(async (res) => {
    res.set({
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Content-Disposition': inlineDisposition(file.name),
      'Cache-Control': `${everyoneReadsFile(place) ? 'public' : 'private'}, max-age=${KEPT_SECONDS}, immutable`,
      ETag: `"${file.fileKey}-${size}"`,
      'Accept-Ranges': 'bytes',
    })
    if (req.fresh) return void res.status(304).end()
    const part = partOf(req, bytes)
    if (part === 'none') return void res.status(416).set('Content-Range', `bytes */${bytes}`).end()
    if (part) res.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`)
    res.set('Content-Length', String(part ? part.end - part.start + 1 : bytes))
    if (req.method === 'HEAD') return void res.end()
    await sendBytes(ctx, res, key, part)
  })
}

/** One range is served; several at once, which no picture viewer asks for, get the whole. */
function partOf(req: Request, bytes: number): Part | 'none' | undefined {
  const ranges = req.range(bytes, { combine: true })
  if (ranges === -1) return 'none'
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  return ranges[0]
}

async function sendBytes(ctx: AppContext, res: Response, key: string, part: Part | undefined): Promise<void> {
  const data = await ctx.storage.read(key, part).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error
    ctx.log.error({ key }, 'a row without its file')
    for (const name of ['Content-Length', 'Content-Range', 'Cache-Control', 'ETag', 'Content-Disposition']) res.removeHeader(name)
    throw new NotFound('file without bytes')
  })
  // A reader who goes away in the middle is no fault.
  await pipeline(data, res).catch((error: unknown) => ctx.log.debug({ err: error, key }, 'a file was not read to its end'))
}
