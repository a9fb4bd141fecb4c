import type sanitizeHtml from 'sanitize-html'
import { allowedClasses } from './allowed-classes.ts'
import { isFilePath } from './body-files.ts'
import { bodyWords } from './body-words.ts'
import { isFrameAddress } from './embeds.ts'
import { isOwnPath, isSafeLink, LINK_REL } from './links.ts'

const isOwnSet = (sources: string): boolean =>
  sources.split(', ').every((source) => {
    const [path = '', width = '', ...more] = source.split(' ')
    return isFilePath(path) && !path.includes(',') && /^\d+w$/.test(width) && more.length === 0
  })

/**
 * The allow-list that every text of a member passes, after Markdown has been turned into HTML: the renderer makes nothing else, and if it
 * ever did, this is where it ends. No style or name, no class or id but ours, pictures from our own files alone, no frame at all.
 */
export const readersMarkup: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'em', 'strong', 's', 'a', 'img'],
    ...['div', 'span', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'section', 'details', 'summary', 'label', 'input', 'video'],
    ...['u', 'mark', 'sub', 'figure', 'figcaption'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'id'],
    img: ['src', 'alt', 'width', 'height', only('loading', 'lazy'), only('decoding', 'async'), 'srcset', 'sizes'],
    video: ['src', 'aria-label', 'controls', only('preload', 'metadata'), 'playsinline', 'width', 'height'],
    ol: ['start'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    li: ['id'],
    pre: [only('tabindex', '0')],
    div: [only('tabindex', '0'), 'data-frame'],
    span: ['data-word'],
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
    th: safeCell,
    td: safeCell,
    span: valued({ 'data-word': bodyWords }),
    // A box to tick, which belongs to no form and is sent nowhere.
    input: () => ({ tagName: 'input', attribs: { class: 'hidden', type: 'checkbox' } }),
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, withId(/^section-\d{1,3}$/)])),
  },
  exclusiveFilter: (frame) => (frame.tag === 'img' || frame.tag === 'video') && !frame.attribs['src'],
}

/** What an editor is given of a text (`renderForEditor`): what its writer wrote, and marks by which the editor writes the same again. */
export const editorMarkup: sanitizeHtml.IOptions = {
  ...readersMarkup,
  allowedTags: [...(readersMarkup.allowedTags as string[]), 'h1'],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt', 'title'],
    video: ['src', 'aria-label', 'title'],
    ol: ['start', 'data-tight'],
    ul: ['data-tight'],
    li: ['data-checked'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    sup: ['data-note'],
    section: ['data-note'],
  },
  allowedClasses: {
    code: ['language-*'],
    div: classesOf('div', /^align-/),
    span: ['cover', ...classesOf('span', /^ink-/)],
    mark: classesOf('mark', /./),
    th: classesOf('th', /./),
    td: classesOf('td', /./),
    details: ['spoiler'],
  },
  transformTags: {
    a: (tagName, { href = '' }) => ({ tagName, attribs: isSafeLink(href) ? { href } : {} }),
    img: safeImage,
    video: safeImage,
    th: safeCell,
    td: safeCell,
    ol: valued({ 'data-tight': ['true'] }),
    ul: valued({ 'data-tight': ['true'] }),
    li: valued({ 'data-checked': ['true', 'false'] }),
  },
}

function only(name: string, ...values: string[]): { name: string; values: string[] } {
  return { name, values }
}

function safeAnchor(tagName: string, { href, id = '', class: given = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (href === undefined || !isSafeLink(href)) return { tagName, attribs: {} }
  const attribs = isOwnPath(href) ? { href } : { href, rel: LINK_REL }
  if (/^noteref-\d{1,3}$/.test(id)) return { tagName, attribs: { ...attribs, id } }
  return { tagName, attribs: given === 'picture' && isFilePath(href) ? { class: given, ...attribs } : attribs }
}

/** Left out where it says anything else: the sanitiser alone would leave it there, empty. */
function valued(values: Record<string, readonly string[]>) {
  return (tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag => ({
    tagName,
    attribs: Object.fromEntries(Object.entries(given).filter(([name, value]) => values[name]?.includes(value) ?? true)),
  })
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
  if (!isFilePath(attribs['src'] ?? '')) delete attribs['src']
  if (!isOwnSet(attribs['srcset'] ?? '')) delete attribs['srcset']
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

function safeCell(tagName: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const attribs = { ...given }
  if (!/^(?:col|row)(?:group)?$/.test(attribs['scope'] ?? '')) delete attribs['scope']
  for (const span of ['colspan', 'rowspan']) if (!/^[1-9]\d{0,2}$/.test(attribs[span] ?? '')) delete attribs[span]
  return { tagName, attribs }
}

function classesOf(tag: string, shape: RegExp): string[] {
  return (allowedClasses[tag] ?? []).filter((name) => shape.test(name))
}
