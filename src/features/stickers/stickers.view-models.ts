import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { stickerImagePath } from './stickers.paths.ts'
import { type FullSet, setName, stickerCode } from './stickers.types.ts'

export interface StickersPage {
  sets: { name: string; stickers: { code: string; alt: string; path: string; width: number; height: number }[] }[]
}

export function stickersPage({ t, locale }: Reader, sets: readonly FullSet[]): Reply {
  const model: StickersPage = {
    sets: sets.map((set) => ({
      name: setName(set, locale),
      stickers: set.stickers.map((sticker) => ({
        ...{ code: stickerCode(set, sticker), alt: sticker.alt, path: stickerImagePath(sticker.imageKey) },
        ...{ width: sticker.width, height: sticker.height },
      })),
    })),
  }
  return page('stickers/list', model, { titles: [t('stickers.title')], robots: 'noindex', side: false })
}
