import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from '../../../src/lib/html/excerpt.ts'

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

/** As a reader counts, letter by letter. */
function counted(text: string, limit: number): string {
  const letters = [...graphemes.segment(text.replace(/\s+/g, ' ').trim())].map(({ segment }) => segment)
  return letters.length <= limit ? letters.join('') : `${letters.slice(0, limit).join('').trimEnd()}…`
}

const letter = fc.constantFrom(...'a가힣ㅋㅏ. \n\r·…“、1&<', '\u0301', '\u200d', '\ufe0f', '👩', '🇰', '🇷', '각', 'é', '\u1160', '뜨')

test('an excerpt is as long as a reader counts, whatever letters it is made of', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (letters, limit) => {
      expect(excerpt(letters.join(''), limit)).toBe(counted(letters.join(''), limit))
    }),
    { numRuns: 3_000 },
  )
})
