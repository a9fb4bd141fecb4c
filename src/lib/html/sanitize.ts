import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'
import { readersMarkup } from './allow-list.ts'
import { escapeHtml } from './escape.ts'

let loaded: typeof sanitizeHtml | undefined
/** With the first text: it brings the whole of PostCSS, and readers write nothing. */
const cleaner = () => (loaded ??= createRequire(import.meta.url)('sanitize-html') as typeof sanitizeHtml)

/**
 * What is sanitised once more must come out the same: markup that changes when it is read again is how mutation XSS gets through. Ours is
 * stable at once; what isn't after a few readings is shown as text.
 */
export function sanitize(html: string, allowed: sanitizeHtml.IOptions = readersMarkup): string {
  let before = html
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const after = readOnce(before, allowed)
    if (after === before) return after
    before = after
  }
  return readOnce(before, allowed) === before ? before : readOnce(escapeHtml(html), allowed)
}

const MOST_READINGS = 4

// Everywhere else a `>` has become an entity, so that " />" only ends an element without content, which HTML writes without the slash.
const readOnce = (html: string, allowed: sanitizeHtml.IOptions): string =>
  cleaner()(html, allowed)
    .replaceAll(' />', '>')
    .replace(/<video [^>]*>/g, (tag) => tag.replaceAll('=""', ''))
