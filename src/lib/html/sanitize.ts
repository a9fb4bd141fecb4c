import sanitizeHtml from 'sanitize-html'
import { escapeHtml } from './escape.ts'
import { isOwnPath, isSafeLink, LINK_REL } from './links.ts'

export const codeLanguages = [
  ...['bash', 'c', 'cpp', 'cs', 'css', 'diff', 'go', 'html', 'ini', 'java', 'javascript', 'js', 'json', 'jsx', 'kotlin', 'lua', 'markdown'],
  ...['php', 'python', 'py', 'ruby', 'rust', 'sh', 'sql', 'swift', 'text', 'toml', 'ts', 'tsx', 'typescript', 'xml', 'yaml', 'yml'],
] as const

const ownFile = /^\/files\/[^\s\\]+$/
const ownFiles = /^\/files\/[^\s\\,]+ \d+w(?:, \/files\/[^\s\\,]+ \d+w)*$/

/**
 * The allow-list that every text of a member passes, after Markdown has been turned into HTML: the renderer makes nothing else, and if it
 * ever did, this is where it ends. No style, id or name, no class but ours, pictures from our own files alone.
 */
const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'em', 'strong', 's', 'a', 'img'],
    ...['div', 'span', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: [
      'src',
      'alt',
      'width',
      'height',
      { name: 'loading', values: ['lazy'] },
      { name: 'decoding', values: ['async'] },
      'srcset',
      'sizes',
    ],
    ol: ['start'],
    pre: [{ name: 'tabindex', values: ['0'] }],
    div: [{ name: 'tabindex', values: ['0'] }],
  },
  allowedClasses: {
    code: codeLanguages.map((language) => `language-${language}`),
    div: ['scroll-x', 'link-card'],
    span: ['link-card__words', 'link-card__title', 'link-card__description', 'link-card__site'],
    th: ['align-center', 'align-right'],
    td: ['align-center', 'align-right'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 100,
  transformTags: { a: safeAnchor, img: safeImage, ol: safeList },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs['src'],
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
const readOnce = (html: string): string => sanitizeHtml(html, options).replaceAll(' />', '>')

function safeAnchor(tagName: string, { href }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (href === undefined || !isSafeLink(href)) return { tagName, attribs: {} }
  return { tagName, attribs: isOwnPath(href) ? { href } : { href, rel: LINK_REL } }
}

function safeImage(tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const attribs = { ...given }
  if (!ownFile.test(attribs['src'] ?? '')) delete attribs['src']
  if (!ownFiles.test(attribs['srcset'] ?? '')) delete attribs['srcset']
  for (const side of ['width', 'height']) if (!/^\d{1,5}$/.test(attribs[side] ?? '')) delete attribs[side]
  return { tagName, attribs }
}

function safeList(tagName: string, { start }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return { tagName, attribs: start !== undefined && /^\d{1,9}$/.test(start) ? { start } : {} }
}
