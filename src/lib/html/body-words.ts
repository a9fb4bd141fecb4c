import type { MessageKey } from '../../messages/messages.ts'
import type { Translate } from '../i18n/translate.ts'
import { escapeHtml } from './escape.ts'

/**
 * A text is rendered once and read in two languages. Where the markup itself needs words ("contents", "back to the text") it holds an empty
 * place, which is filled when a page is made. Unfilled, as in a feed, nothing is seen of it.
 */
export const bodyWords = ['contents', 'spoiler', 'notes', 'note', 'noteBack', 'picture'] as const
export type BodyWord = (typeof bodyWords)[number]

export const bodyWord = (word: BodyWord, seen?: 'hidden'): string => `<span${seen ? ' class="hidden"' : ''} data-word="${word}"></span>`

const places = /<span( class="hidden")? data-word="([a-zA-Z]+)"><\/span>/g

/** A rendered text in the reader's language. */
export const wordedHtml = (html: string, t: Translate<MessageKey>): string =>
  html.replace(places, (_, seen: string | undefined, word: BodyWord) => `<span${seen ?? ''}>${escapeHtml(t(`body.${word}`))}</span>`)
