import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppContext, guest } from '../../context.ts'
import { mayChange } from '../../lib/fetch/may-change.ts'
import type { Board } from '../boards/boards.types.ts'
import { roomFor } from '../uploads/room.read-models.ts'
import { storeFile } from '../uploads/store-file.service.ts'
import { limitsOf, type StoredFile } from '../uploads/uploads.types.ts'
import type { ImageCopy } from './image-copies.types.ts'

const MEGABYTE = 1024 * 1024
const TIMEOUT_MS = 20_000

/**
 * Fetches a picture and keeps it as if the post's author had uploaded it: made anew, within their room and the board's.
 * `never`: it will not be otherwise soon. `later`: whoever should have sent it could not.
 */
export async function takeImage(
  ctx: AppContext,
  { url }: Pick<ImageCopy, 'url'>,
  { board, ownerId }: { board: Board; ownerId: number },
): Promise<StoredFile | 'never' | 'later'> {
  const limits = { ...limitsOf(board), kinds: ['image'] as const }
  const fetched = await ctx.fetch.fetchBytes(url, { types: ['image/'], maxBytes: limits.megabytes * MEGABYTE, timeoutMs: TIMEOUT_MS })
  if (!fetched.ok) return mayChange(fetched) ? 'later' : 'never'
  const folder = join(ctx.config.varDir, 'tmp')
  const path = join(folder, `${randomUUID()}.upload`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(path, fetched.data)
    const room = await roomFor(ctx, { ...guest, memberId: ownerId }, board.id)
    const stored = await storeFile(ctx, { room }, limits, { path, name: nameIn(fetched.url) })
    if ('key' in stored) return stored
    return stored.problem === 'uploads.busy' ? 'later' : 'never'
  } catch (error) {
    ctx.log.warn({ err: error, url }, 'a copy of a picture could not be kept')
    return 'later'
  } finally {
    await rm(path, { force: true })
  }
}

/** As its address names it: readers who keep the picture get that name. */
const nameIn = (url: string): string => URL.parse(url)?.pathname.split('/').pop() || 'picture'
