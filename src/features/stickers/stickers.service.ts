import { randomBytes } from 'node:crypto'
import type { AppContext, Viewer } from '../../context.ts'
import { movedBy } from '../../lib/arrange.ts'
import { isDuplicateKey } from '../../lib/db/errors.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden } from '../../lib/http/errors.ts'
import type { ReceivedImage } from '../../lib/http/receive-images.ts'
import { ImageRefused, prepareImage } from '../../lib/images/prepare-image.ts'
import { administers } from '../boards/boards.policy.ts'
import { outdateCommentsWith } from '../comments/bodies/refresh-comments.service.ts'
import { stickerStorageKey } from './stickers.paths.ts'
import { listSets, loadSet, STICKERS_MEMORY_KEY } from './stickers.read-models.ts'
import * as repository from './stickers.repository.ts'
import { ALT_LENGTH, type FullSet, MOST_STICKERS, type SetDraft, type StickerSet } from './stickers.types.ts'

/** @returns false when another set has this name, or had it once */
export const addSet = (ctx: AppContext, viewer: Viewer, draft: SetDraft): Promise<boolean> =>
  change(ctx, viewer, async () => {
    const position = Math.max(0, ...(await listSets(ctx)).map((set) => set.position)) + 1
    await repository.insertSet(ctx.db, { ...draft, position, removed: 0 })
  })

/** What one writes for it stays. */
export const changeSet = (ctx: AppContext, viewer: Viewer, id: number, draft: Omit<SetDraft, 'slug'>): Promise<boolean> =>
  change(ctx, viewer, async () => {
    await repository.updateSet(ctx.db, id, draft)
  })

export const moveSet = (ctx: AppContext, viewer: Viewer, id: number, by: -1 | 1): Promise<boolean> =>
  change(ctx, viewer, async () => {
    const order = movedBy(await listSets(ctx), id, by)
    await inTransaction(ctx.db, async (trx) => {
      for (const [index, set] of order.entries()) await repository.updateSet(trx, set.id, { position: index + 1 })
    })
  })

export const removeSet = (ctx: AppContext, viewer: Viewer, set: StickerSet): Promise<boolean> =>
  change(ctx, viewer, async () => {
    await repository.updateSet(ctx.db, set.id, { removed: 1, offered: 0 })
    await outdateCommentsWith(ctx, `:${set.slug}/`)
  })

/** @returns how many were taken in: what is no picture, and what is too many, is left out */
export async function addStickers(ctx: AppContext, viewer: Viewer, set: FullSet, received: readonly ReceivedImage[]): Promise<number> {
  let added = 0
  await change(ctx, viewer, async () => {
    const taken = new Set(await repository.namesIn(ctx.db, set.id))
    for (const file of received.slice(0, Math.max(0, MOST_STICKERS - set.stickers.length))) {
      const picture = file.refused === undefined ? await pictureOf(file.path) : null
      if (picture === null) continue
      const imageKey = randomBytes(16).toString('hex')
      await ctx.storage.put(stickerStorageKey(imageKey), picture.thumbnail)
      const title = file.name.replace(/\.[^.]*$/, '').trim()
      const name = freeName(title, taken)
      taken.add(name)
      const size = { width: picture.thumbnailWidth, height: picture.thumbnailHeight }
      const position = set.stickers.length + added + 1
      await repository.insertSticker(ctx.db, {
        ...{ setId: set.id, name, alt: [...title].slice(0, ALT_LENGTH).join('') || name, imageKey, ...size, position, removed: 0 },
      })
      added += 1
    }
  })
  return added
}

async function pictureOf(path: string) {
  return prepareImage(path).catch((error: unknown) => {
    if (error instanceof ImageRefused) return null
    throw error
  })
}

/** From the file's name, as far as it can be typed everywhere. */
function freeName(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
  const first = plain === '' ? 's1' : plain
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : plain === '' ? `s${number}` : `${plain}-${number}`
    if (!taken.has(name)) return name
  }
}

/** Their words and their order, and which of them go. */
export const arrangeStickers = (
  ctx: AppContext,
  viewer: Viewer,
  setId: number,
  wishes: ReadonlyMap<number, { alt: string; position: number; remove: boolean }>,
): Promise<boolean> =>
  change(ctx, viewer, async () => {
    const set = await loadSet(ctx, setId)
    const ordered = [...set.stickers].sort(
      (a, b) => (wishes.get(a.id)?.position ?? a.position) - (wishes.get(b.id)?.position ?? b.position) || a.id - b.id,
    )
    for (const [index, sticker] of ordered.entries()) {
      const wish = wishes.get(sticker.id)
      const alt = wish?.alt || sticker.alt
      const removed = wish?.remove ? 1 : 0
      await repository.updateSticker(ctx.db, sticker.id, { alt, position: index + 1, removed })
      if (removed === 1 || alt !== sticker.alt) await outdateCommentsWith(ctx, `:${set.slug}/${sticker.name}:`)
    }
  })

async function change(ctx: AppContext, viewer: Viewer, act: () => Promise<void>): Promise<boolean> {
  if (!administers(viewer)) throw new Forbidden('administrators keep the stickers')
  try {
    await act()
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  } finally {
    await ctx.memory.forget(STICKERS_MEMORY_KEY)
  }
}
