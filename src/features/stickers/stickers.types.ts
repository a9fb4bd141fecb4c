import type { Locale } from '../../lib/i18n/catalogue.ts'

export interface StickerSet {
  id: number
  /** Its part of what one writes. */
  slug: string
  nameKo: string
  nameEn: string
  position: number
  /** To be picked; what was written with it stays a picture either way. */
  offered: 0 | 1
  removed: 0 | 1
}

export interface Sticker {
  id: number
  setId: number
  name: string
  /** What it says to who doesn't see it; all that stays of it once it is removed. */
  alt: string
  imageKey: string
  width: number
  height: number
  position: number
  removed: 0 | 1
}

export type FullSet = StickerSet & { stickers: Sticker[] }
export type SetDraft = Pick<StickerSet, 'slug' | 'nameKo' | 'nameEn' | 'offered'>

/** Of one set. */
export const MOST_STICKERS = 60
export const ALT_LENGTH = 100
export const AT_ONCE = { count: 20, megabytes: 2 }

export const setName = ({ nameKo, nameEn }: Pick<StickerSet, 'nameKo' | 'nameEn'>, locale: Locale): string =>
  locale === 'ko' ? nameKo : nameEn || nameKo
export const stickerCode = ({ slug }: Pick<StickerSet, 'slug'>, { name }: Pick<Sticker, 'name'>): string => `:${slug}/${name}:`
