import type { Locale } from '../../lib/i18n/catalogue.ts'

/** A page that the site's people wrote: 회사소개, 이용 안내. */
export interface OwnPage {
  id: number
  slug: string
  titleKo: string
  titleEn: string
  /** Who has at least this level reads it; 1 is everyone. */
  level: number
  inFooter: 0 | 1
  position: number
  updatedAt: Date
}

/** Markdown, and what it became when it was saved. */
export interface PageText {
  sourceKo: string
  sourceEn: string
  htmlKo: string
  htmlEn: string
}

export type PageDraft = Pick<OwnPage & PageText, 'slug' | 'titleKo' | 'titleEn' | 'level' | 'inFooter' | 'sourceKo' | 'sourceEn'>

export const PAGE_TEXT_LENGTH = 50_000

export const pageTitle = ({ titleKo, titleEn }: Pick<OwnPage, 'titleKo' | 'titleEn'>, locale: Locale): string =>
  locale === 'ko' ? titleKo : titleEn || titleKo
