import sanitizeHtml from 'sanitize-html'
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
    ...['div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
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
    div: ['scroll-x'],
    th: ['align-center', 'align-right'],
    td: ['align-center', 'align-right'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 100,
  transformTags: { a: safeAnchor, img: safeImage, ol: safeList },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs['src'],
}

// Everywhere else a `>` has become an entity, so that " />" only ends an element without content, which HTML writes without the slash.
export const sanitize = (html: string): string => sanitizeHtml(html, options).replaceAll(' />', '>')

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
