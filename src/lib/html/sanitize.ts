import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'
import { allowedClasses } from './allowed-classes.ts'
import { bodyWords } from './body-words.ts'
import { isFrameAddress } from './embeds.ts'
import { escapeHtml } from './escape.ts'
import { isOwnPath, isSafeLink, LINK_REL } from './links.ts'

let loaded: typeof sanitizeHtml | undefined
/** With the first text: it brings the whole of PostCSS, and readers write nothing. */
const cleaner = () => (loaded ??= createRequire(import.meta.url)('sanitize-html') as typeof sanitizeHtml)

const ownFile = /^\/files\/[^\s\\]+$/
const ownFiles = /^\/files\/[^\s\\,]+ \d+w(?:, \/files\/[^\s\\,]+ \d+w)*$/

/**
 * The allow-list that every text of a member passes, after Markdown has been turned into HTML: the renderer makes nothing else, and if it
 * ever did, this is where it ends. No style or name, no class or id but ours, pictures from our own files alone, no frame at all.
 */
const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'em', 'strong', 's', 'a', 'img'],
    ...['div', 'span', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'section', 'details', 'summary', 'label', 'input', 'video'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'id'],
    img: ['src', 'alt', 'width', 'height', only('loading', 'lazy'), only('decoding', 'async'), 'srcset', 'sizes'],
    video: ['src', 'aria-label', 'controls', only('preload', 'metadata'), 'playsinline', 'width', 'height'],
    ol: ['start'],
    li: ['id'],
    pre: [only('tabindex', '0')],
    div: [only('tabindex', '0'), 'data-frame'],
    span: [only('data-word', ...bodyWords)],
    input: ['type'],
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']])),
  },
  allowedClasses,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 100,
  transformTags: {
    a: safeAnchor,
    img: safeImage,
    video: safeVideo,
    ol: safeList,
    li: withId(/^note-\d{1,3}$/),
    div: safeBox,
    // A box to tick, which belongs to no form and is sent nowhere.
    input: () => ({ tagName: 'input', attribs: { class: 'hidden', type: 'checkbox' } }),
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, withId(/^section-\d{1,3}$/)])),
  },
  exclusiveFilter: (frame) => (frame.tag === 'img' || frame.tag === 'video') && !frame.attribs['src'],
}

/**
 * What is sanitised once more must come out the same: markup that changes when it is read again is how mutation XSS gets through. Ours is
 * stable at once; what isn't after a few readings is shown as text.
 */
export function sanitize(html: string): string {
  let before = html
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const after = readOnce(before)
    if (after === before) return after
    before = after
  }
  return readOnce(before) === before ? before : readOnce(escapeHtml(html))
}

const MOST_READINGS = 4

// Everywhere else a `>` has become an entity, so that " />" only ends an element without content, which HTML writes without the slash.
const readOnce = (html: string): string =>
  cleaner()(html, options)
    .replaceAll(' />', '>')
    .replace(/<video [^>]*>/g, (tag) => tag.replaceAll('=""', ''))

function only(name: string, ...values: string[]): { name: string; values: string[] } {
  return { name, values }
}

function safeAnchor(tagName: string, { href, id = '', class: given = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (href === undefined || !isSafeLink(href)) return { tagName, attribs: {} }
  const attribs = isOwnPath(href) ? { href } : { href, rel: LINK_REL }
  if (/^noteref-\d{1,3}$/.test(id)) return { tagName, attribs: { ...attribs, id } }
  return { tagName, attribs: given === 'picture' && ownFile.test(href) ? { class: given, ...attribs } : attribs }
}

function withId(shape: RegExp) {
  return (tagName: string, { id = '', ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Tag => ({
    tagName,
    attribs: shape.test(id) ? { ...attribs, id } : attribs,
  })
}

function safeBox(tagName: string, { 'data-frame': frame = '', ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: isFrameAddress(frame) ? { ...attribs, 'data-frame': frame } : attribs }
}

function safeImage(tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const attribs = { ...given }
  if (!ownFile.test(attribs['src'] ?? '')) delete attribs['src']
  if (!ownFiles.test(attribs['srcset'] ?? '')) delete attribs['srcset']
  for (const side of ['width', 'height']) if (!/^\d{1,5}$/.test(attribs[side] ?? '')) delete attribs[side]
  return { tagName, attribs }
}

/** Never played by itself: whoever reads at night decides when there is sound. */
function safeVideo(tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { attribs } = safeImage(tagName, given)
  return { tagName, attribs: { ...attribs, controls: '', playsinline: '' } }
}

function safeList(tagName: string, { start }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: start !== undefined && /^\d{1,9}$/.test(start) ? { start } : {} }
}
