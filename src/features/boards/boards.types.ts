import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { BoardCategory } from './board-categories.types.ts'
import type { BoardSettings } from './board-settings.types.ts'

/** A board as every page knows it, from memory. Levels run from 1 (guest) to 10 (owner); a threshold admits who has at least that level. */
export interface Board extends BoardSettings {
  id: number
  groupId: number
  /** What its group asks of everyone who enters. */
  group: Pick<BoardGroup, 'level' | 'membersOnly'>
  categories: BoardCategory[]
  slug: string
  nameKo: string
  nameEn: string
  descriptionKo: string
  descriptionEn: string
  position: number
  /** Its posts are on their way to that board; it takes no new ones. */
  mergingInto: number | null
  createdAt: Date
}

export interface BoardGroup {
  id: number
  slug: string
  nameKo: string
  nameEn: string
  position: number
  level: number
  /** Only who is listed in `board_group_members` enters its boards. */
  membersOnly: boolean
}

export const boardName = (board: Pick<Board, 'nameKo' | 'nameEn'>, locale: Locale): string =>
  locale === 'ko' ? board.nameKo : board.nameEn || board.nameKo
export const boardDescription = (board: Board, locale: Locale): string =>
  locale === 'ko' ? board.descriptionKo : board.descriptionEn || board.descriptionKo
