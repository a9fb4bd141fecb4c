/** What a reader counts as characters: "👨‍👩‍👧" is one, and so is "e" with an accent of its own. */
export const graphemesOf = (text: string): string[] =>
  [...new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
