import type { Reader } from '../../context.ts'
import type { ExtraField } from '../boards/board-settings.types.ts'
import { moderates } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import { postLinkPath } from './posts.paths.ts'
import type { ShownPost } from './shown-post.read-models.ts'

/** A board's own fields and links, as a post's page prints them. */
export interface PostExtras {
  /** `href` of an address. */
  fields: { label: string; value: string; href: string | null }[]
  links: { label: string; path: string; clicks: string }[]
}

/** A field that is not for the page is still read by those who keep order. */
export function postExtras({ t, locale, number, viewer }: Reader, board: Board, post: ShownPost): PostExtras {
  const shown = board.extraFields.filter(({ key, onPage }) => (onPage || moderates(viewer, board)) && post.extras[key])
  return {
    fields: shown.map((field) => ({
      label: locale === 'ko' ? field.nameKo : field.nameEn || field.nameKo,
      value: valueText(field, post.extras[field.key] ?? '', number),
      href: field.kind === 'url' ? (post.extras[field.key] ?? null) : null,
    })),
    links: post.links.map(({ position, url, clickCount }) => ({
      label: url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
      path: postLinkPath(board, post.number, position),
      clicks: t('posts.link.clicks', { count: number(clickCount) }),
    })),
  }
}

const valueText = ({ kind }: ExtraField, value: string, number: Reader['number']): string =>
  kind === 'number' && Math.abs(Number(value)) < 1e15 ? number(Number(value)) : value
