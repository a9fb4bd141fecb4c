const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** One user-visible character may be thousands of marks on one letter: more than this of one is cut away whole. */
const LONGEST_GRAPHEME = 64

/** The first `limit` characters as a reader counts them, on one line; never half an emoji or half a syllable. */
export function excerpt(text: string, limit: number): string {
  // Only as much is looked at as could be shown.
  const line = text
    .slice(0, limit * LONGEST_GRAPHEME)
    .replace(/\s+/g, ' ')
    .trim()
  let kept = ''
  let count = 0
  for (const { segment } of graphemes.segment(line)) {
    if (count === limit) return `${kept.trimEnd()}…`
    if (segment.length <= LONGEST_GRAPHEME) kept += segment
    count += 1
  }
  return text.length > limit * LONGEST_GRAPHEME ? `${kept}…` : kept
}
