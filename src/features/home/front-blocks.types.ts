import type { Locale } from '../../lib/i18n/catalogue.ts'

export const blockKinds = [
  ...(['latest', 'gallery', 'popular-day', 'popular-week', 'popular-month', 'notices', 'comments', 'categories'] as const),
  ...(['counter', 'text', 'links'] as const),
] as const
export type BlockKind = (typeof blockKinds)[number]

/** Where a block stands on a desk; a phone shows all of them in their order. */
export const places = ['wide', 'narrow', 'full'] as const
export type Place = (typeof places)[number]

/** One piece of the front page as its owner arranged it. */
export interface FrontBlock {
  id: number
  kind: BlockKind
  boardId: number | null
  /** Empty: what its kind is called. */
  titleKo: string
  titleEn: string
  rowCount: number
  place: Place
  /** Markdown of a text; of links a line each, `name address`. */
  sourceKo: string
  sourceEn: string
  /** Of a text: what its Markdown became when it was saved. */
  htmlKo: string
  htmlEn: string
  position: number
}

export type FrontDraft = Omit<FrontBlock, 'id' | 'position' | 'htmlKo' | 'htmlEn'>

export const ofBoard: ReadonlySet<BlockKind> = new Set(['latest', 'gallery', 'categories'])
export const MOST_ROWS = 20

/** Korean and English of the same: who wrote one alone is shown in it. */
export const inLanguage = (locale: Locale, ko: string, en: string): string => (locale === 'ko' ? ko || en : en || ko)
