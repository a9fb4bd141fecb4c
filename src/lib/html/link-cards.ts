import { escapeHtml } from './escape.ts'
import { LINK_REL } from './links.ts'

/** What another site says of one of its pages, fetched and measured by us beforehand. All of it is plain text of strangers. */
export interface LinkCard {
  url: string
  title: string
  /** '' when the page tells none. */
  description: string
  siteName: string
  /** Kept by us, so that a reader's browser asks nobody else: `/files/…`. */
  image: { path: string; width: number; height: number } | null
}

/** By the address as `linkedFrom` names it. */
export type LinkCards = ReadonlyMap<string, LinkCard>

export const noCards: LinkCards = new Map()

/** More of a text's links than this many are plain: a page of cards is no text. */
export const MAX_CARDS = 5

/** One link over the whole card. Its address is the one that stands in the text, whatever the card says. */
export function linkCardHtml(href: string, { title, description, siteName, image }: LinkCard): string {
  const picture = image
    ? `<img src="${escapeHtml(image.path)}" alt="" width="${image.width}" height="${image.height}" loading="lazy" decoding="async">`
    : ''
  const lines = [
    ['title', title || href],
    ['description', description],
    ['site', siteName],
  ]
    .filter(([, words]) => words !== '')
    .map(([part, words]) => `<span class="link-card__${part}">${escapeHtml(words ?? '')}</span>`)
  return `<div class="link-card"><a href="${escapeHtml(href)}" rel="${LINK_REL}">${picture}<span class="link-card__words">${lines.join('')}</span></a></div>\n`
}
