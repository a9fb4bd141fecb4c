import { isSpace, isWord } from './signs.ts'

/** Where words stand: what lies beside them decides which of their signs would mean something. */
export interface Place {
  /** '' at the edge of a line. */
  before: string
  after: string
  inLink?: boolean
  inCover?: boolean
  /** Within bars, or between the tags of a cell. */
  inCell?: 'bars' | 'tags' | undefined
}

/** The parser takes such an address whole: nothing in it is a sign. */
const address = /\bhttps?:\/\/[\w\-.~:/?#@!$&'()+,;=%]+/g

/** Words that are read as they were typed: as few backslashes as that takes, so that people can read them too. */
export function escapeText(text: string, place: Place): string {
  if (place.inLink) return escapeWords(text, place)
  let escaped = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    escaped += escapeWords(text.slice(from, index), { ...place, before: text[from - 1] ?? place.before, after: found[0] ?? '' }) + found
    from = index + found.length
  }
  return escaped + escapeWords(text.slice(from), { ...place, before: text[from - 1] ?? place.before })
}

function escapeWords(text: string, place: Place): string {
  let escaped = ''
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index)
    const test = tests[sign]
    if (!test) escaped += sign
    else {
      const before = text[index - 1] ?? place.before
      const after = text[index + 1] ?? place.after
      const entity = entityFor(sign, place)
      escaped += entity ?? (test(before, after, place) ? `\\${sign}` : sign)
    }
  }
  return escaped
}

/** Where an end is looked for before the signs are read, a backslash hides nothing. */
function entityFor(sign: string, { inCover, inCell }: Place): string | null {
  if (sign === '|' && (inCover || inCell)) return '&#124;'
  return sign === '<' && inCell ? '&lt;' : null
}

/** Does the sign mean anything between these two? */
const tests: Record<string, (before: string, after: string, place: Place) => boolean> = {
  '\\': () => true,
  '`': () => true,
  '*': (before, after) => !(isSpace(before) && isSpace(after)),
  _: (before, after) => !(isWord(before) && isWord(after)),
  '~': (before, after) => before === '~' || after === '~',
  '|': (before, after) => before === '|' || after === '|',
  '<': (_before, after) => /[A-Za-z/!?]/.test(after),
  '&': (_before, after) => /[#A-Za-z]/.test(after),
  '[': (_before, after, { inLink }) => inLink === true || after === '^',
  ']': (_before, after, { inLink }) => inLink === true || after === '(' || after === '[' || after === ':',
  // Which of several marks comes first is not known here: one may be a link.
  '!': (_before, after) => after === '[' || after === '*',
}

/** What would begin something else than a line of words. Dates are the usual case: "2026. 11. 26.". */
export const escapeLineStart = (line: string): string =>
  line.replace(/^(?:[-+*>]|#{1,6})(?=\s|$)|^>|^:{3}|^=+\s*$|^-+\s*$|^[-:|][-:|\s]*$/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

const danger = /[\s<>\\|"^`{}\u007f-\uffff]/gu

/** The address of a link or picture, between its brackets. */
export function destination(href: string): string {
  const encoded = href.replace(danger, (sign) => encodeURIComponent(sign)).replace(/&(?=#?\w+;)/g, '&amp;')
  return /[()]/.test(encoded) || encoded === '' ? `<${encoded}>` : encoded
}

/** Words between quotes: the caption of a picture. */
export const quoted = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\"]/g, '\\$&')
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replaceAll('|', '&#124;')
