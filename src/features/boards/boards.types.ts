import type { Locale } from '../../lib/i18n/catalogue.ts'

/** Levels run from 1 (guest) to 10 (owner); a threshold admits who has at least that level. */
export interface Board {
  id: number
  groupId: number
  slug: string
  nameKo: string
  nameEn: string
  descriptionKo: string
  descriptionEn: string
  position: number
  listLevel: number
  readLevel: number
  writeLevel: number
  commentLevel: number
  uploadLevel: number
  pageSize: number
  /** How long a post counts as new. */
  newHours: number
  /** How many pinned posts stand above the list. */
  noticeLimit: number
  createdAt: Date
}

export interface BoardGroup {
  id: number
  slug: string
  nameKo: string
  nameEn: string
  position: number
}

export const boardName = (board: Pick<Board, 'nameKo' | 'nameEn'>, locale: Locale): string =>
  locale === 'ko' ? board.nameKo : board.nameEn || board.nameKo
export const boardDescription = (board: Board, locale: Locale): string =>
  locale === 'ko' ? board.descriptionKo : board.descriptionEn || board.descriptionKo
