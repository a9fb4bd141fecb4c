import { Parser } from 'htmlparser2'
import { graphemesOf } from '../text/graphemes.ts'
import { excerpt } from './excerpt.ts'

/** What a page of somebody else says of itself. Plain text: entities are read once, and nothing of it is markup to us. */
export interface PageFacts {
  title: string
  description: string
  siteName: string
  /** As the page has it: perhaps relative to its own address. */
  imageUrl: string
}

export const PAGE_FACT_LENGTHS = { title: 120, description: 200, siteName: 40 } as const

/** Where each fact may stand, the better place first. `#title` is the element of that name. */
const places: Record<keyof PageFacts, readonly string[]> = {
  title: ['og:title', 'twitter:title', '#title'],
  description: ['og:description', 'twitter:description', 'description'],
  siteName: ['og:site_name', 'application-name'],
  imageUrl: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'],
}
const wanted: ReadonlySet<string> = new Set(Object.values(places).flat())

const SLICE = 16 * 1024
const LONGEST = 10_000
/** No head nests: the parser's time grows with the square of what stands open. */
const DEEPEST = 100

/** Reads a page's head and no further. */
export function readPageFacts(html: string): PageFacts {
  const found = readHead(html)
  const factAt = (names: readonly string[]): string => names.map((name) => (found.get(name) ?? '').trim()).find((text) => text !== '') ?? ''
  return {
    title: fitted(factAt(places.title), PAGE_FACT_LENGTHS.title),
    description: fitted(factAt(places.description), PAGE_FACT_LENGTHS.description),
    siteName: fitted(factAt(places.siteName), PAGE_FACT_LENGTHS.siteName),
    imageUrl: factAt(places.imageUrl),
  }
}

function readHead(html: string): Map<string, string> {
  const found = new Map<string, string>()
  const keep = (name: string, text: string) => {
    if (!found.has(name)) found.set(name, text.slice(0, LONGEST))
  }
  let title: string | null = null
  let depth = 0
  let ended = false
  const end = () => {
    ended = true
    parser.pause()
  }
  const parser: Parser = new Parser(
    {
      onopentag(tag, { property = '', name = '', content = '' }) {
        depth += 1
        if (tag === 'body' || depth > DEEPEST) return end()
        if (tag === 'title' && !found.has('#title')) title = ''
        if (tag === 'meta') for (const key of [property.toLowerCase(), name.toLowerCase()]) if (wanted.has(key)) keep(key, content)
      },
      ontext(text) {
        if (title !== null && title.length < LONGEST) title += text
      },
      onclosetag(tag) {
        depth -= 1
        if (tag === 'head') return end()
        if (tag !== 'title' || title === null) return
        keep('#title', title)
        title = null
      },
    },
    { decodeEntities: true },
  )
  for (let at = 0; at < html.length && !ended; at += SLICE) parser.write(html.slice(at, at + SLICE))
  if (!ended) parser.end()
  return found
}

// What takes no ink or turns the direction of what follows: a title must not be able to rewrite the line that it stands in.
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{e007f}]/gu

/** At most `length` characters as a reader counts them, and never more than four times as many code units: letters may be heaped with marks. */
function fitted(text: string, length: number): string {
  const plain = text
    .toWellFormed()
    .replace(unfit, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .normalize('NFC')
  let kept = ''
  for (const grapheme of graphemesOf(excerpt(plain, length - 1))) if (kept.length + grapheme.length <= length * 4) kept += grapheme
  return kept
}
