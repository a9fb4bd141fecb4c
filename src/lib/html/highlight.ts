import { escapeHtml } from './escape.ts'

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** Text as markup in which the words are marked. `words` are as typed: nothing in them is a pattern. */
export function highlightHtml(text: string, words: readonly string[]): string {
  const found = patternOf(words)
  if (!found) return escapeHtml(text)
  // Odd pieces are what the brackets of the pattern caught.
  return text
    .split(found)
    .map((piece, index) => (index % 2 === 1 ? `<mark>${escapeHtml(piece)}</mark>` : escapeHtml(piece)))
    .join('')
}

const BEFORE = 30
/** Code units that one character may take up before less of the text is shown around it. */
const LONG = 12

/** About `length` characters around the first of the words, on one line, no character split. */
export function excerptAround(text: string, words: readonly string[], length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const at = patternOf(words)?.exec(line)?.index ?? 0
  const from = graphemes.segment(line).containing(Math.max(0, at - BEFORE * LONG))?.index ?? 0
  const near = [...graphemes.segment(line.slice(from, at + length * LONG))]
  const hit = near.findLastIndex(({ index }) => from + index <= at)
  const shown = near.slice(Math.max(0, hit - BEFORE)).slice(0, length)
  const last = shown.at(-1)
  const start = from + (shown[0]?.index ?? 0)
  const end = from + (last ? last.index + last.segment.length : 0)
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`
}

function patternOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(${longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`, 'iu')
}
