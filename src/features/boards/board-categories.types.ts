import type { Locale } from '../../lib/i18n/catalogue.ts'

/** 말머리: a kind of post on one board. */
export interface BoardCategory {
  id: number
  boardId: number
  nameKo: string
  nameEn: string
  color: CategoryColor
  /** Who may put a post under it. */
  writeLevel: number
  position: number
}

/** Names of colours in tokens.css, each readable in both themes. */
export const categoryColors = ['grey', 'red', 'orange', 'green', 'blue', 'purple'] as const
export type CategoryColor = (typeof categoryColors)[number]

export const categoryName = (category: Pick<BoardCategory, 'nameKo' | 'nameEn'>, locale: Locale): string =>
  locale === 'ko' ? category.nameKo : category.nameEn || category.nameKo
