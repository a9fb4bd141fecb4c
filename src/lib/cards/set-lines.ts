import type { Sign } from './served-font.ts'

interface Measure {
  /** In the units of the signs. */
  width: number
  lines: number
  ellipsis: readonly Sign[]
}

const isSpace = ({ character }: Sign) => /\s/u.test(character)
const widthOf = (signs: readonly Sign[]) => signs.reduce((sum, { width }) => sum + width, 0)

/** Breaks between words, as Korean readers like it, and within one only where it is wider than a line. What doesn't fit ends in an ellipsis. */
export function setLines(signs: readonly Sign[], { width, lines: most, ellipsis }: Measure): Sign[][] {
  const lines: Sign[][] = []
  let line: Sign[] = []
  // Where a sign was left out, its two spaces are one.
  for (const word of wordsOf(signs.filter((sign, index) => !isSpace(sign) || !isSpace(signs[index - 1] ?? sign)))) {
    if (line.length > 0 && widthOf(line) + widthOf(word.filter((sign) => !isSpace(sign))) > width) {
      lines.push(line)
      line = []
    }
    for (const sign of word) {
      if (line.length === 0 && isSpace(sign)) continue
      if (!isSpace(sign) && widthOf(line) + sign.width > width) {
        lines.push(line)
        line = []
      }
      line.push(sign)
    }
  }
  if (line.length > 0) lines.push(line)
  const shown = lines.slice(0, most).map(withoutEnd)
  if (lines.length > most) shown.push(cutShort(shown.pop() ?? [], width, ellipsis))
  return shown
}

/** Each with the space before it. */
function wordsOf(signs: readonly Sign[]): Sign[][] {
  const words: Sign[][] = []
  for (const [index, sign] of signs.entries()) {
    const before = signs[index - 1]
    if (before === undefined || (isSpace(sign) && !isSpace(before))) words.push([])
    words.at(-1)?.push(sign)
  }
  return words
}

function withoutEnd(line: Sign[]): Sign[] {
  const end = line.findLastIndex((sign) => !isSpace(sign))
  return line.slice(0, end + 1)
}

function cutShort(line: Sign[], width: number, ellipsis: readonly Sign[]): Sign[] {
  let kept = line
  while (kept.length > 0 && widthOf(kept) + widthOf(ellipsis) > width) kept = kept.slice(0, -1)
  return [...withoutEnd(kept), ...ellipsis]
}
