import { pipeline } from 'node:stream/promises'
import type { Request } from 'express'
import type { Logger } from '../log.ts'
import type { Storage } from '../storage/storage.ts'
import { NotFound } from './errors.ts'
import { type Reply, stream } from './reply.ts'

/**
 * A picture of our own making (WebP) that may be seen by everybody, from the storage.
 * @param tag of its bytes: another one, and browsers fetch it again
 * @throws NotFound where its row is there and its bytes are not
 */
export async function publicPicture(
  { storage, log }: { storage: Storage; log: Logger },
  req: Request,
  { key, tag }: { key: string; tag: string },
): Promise<Reply> {
  const data = await storage.read(key).catch((error: unknown) => {
    throw (error as { code?: unknown }).code === 'ENOENT' ? new NotFound('a picture without its bytes') : error
  })
  return stream(async (res) => {
    res.set({
      'Content-Type': 'image/webp',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'public, max-age=86400',
      ETag: `"${tag}"`,
    })
    if (req.fresh || req.method === 'HEAD') {
      data.destroy()
      return void res.status(req.fresh ? 304 : 200).end()
    }
    // A reader who goes away in the middle is no fault.
    await pipeline(data, res).catch((error: unknown) => log.debug({ err: error, key }, 'a picture was not read to its end'))
  })
}
