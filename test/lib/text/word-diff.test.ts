import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '../../../src/lib/text/word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('')

test('a changed word is shown whole, with its particle', () => {
  expect(shown('동네 책방을 찾았다.', '동네 빵집을 찾았다.')).toBe('동네 [-책방을-]{+빵집을+} 찾았다.')
  expect(shown('책방을 갔다', '책방에 갔다')).toBe('[-책방을-]{+책방에+} 갔다')
})

test('words that were written anew together are one change', () => {
  expect(shown('어제 아침 일찍 갔다', '오늘 저녁 늦게 갔다')).toBe('[-어제 아침 일찍-]{+오늘 저녁 늦게+} 갔다')
})

test('a line that moved in is added, the lines around it stay', () => {
  expect(shown('하나\n둘\n셋\n', '하나\n둘\n둘 반\n셋\n')).toBe('하나\n둘\n{+둘 반\n+}셋\n')
})

test('nothing is one part, and so is the whole', () => {
  expect(wordDiff('', '')).toEqual([])
  expect(wordDiff('', '새 글')).toEqual([{ kind: 'added', text: '새 글' }])
  expect(wordDiff('같은 글', '같은 글')).toEqual([{ kind: 'same', text: '같은 글' }])
})

const texts = fc.array(fc.constantFrom('가', '나', ' ', '\n', '책방', '.', '👨‍👩‍👧', 'a'), { maxLength: 60 }).map((words) => words.join(''))

test('parts make both texts again, and no two of a kind stand beside each other', () => {
  const of = (before: string, after: string, left: string) =>
    wordDiff(before, after)
      .filter(({ kind }) => kind !== left)
      .map(({ text }) => text)
      .join('')
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), texts, (before, after) => {
      expect([of(before, after, 'added'), of(before, after, 'removed')]).toEqual([before, after])
      const kinds = wordDiff(before, after).map(({ kind }) => kind)
      expect(kinds.every((kind, index) => kind !== kinds[index + 1])).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the longest texts are compared within a moment, also when they share nothing or repeat one word', () => {
  const words = (word: (index: number) => string) => Array.from({ length: 20_000 }, (_, index) => word(index)).join(' ')
  const worst = [
    [words((index) => `가${index}`), words((index) => `나${index}`)],
    [words(() => '가'), words((index) => (index % 2 ? '가' : '나'))],
    [words((index) => `${index % 7}`), words((index) => `${index % 11}`)],
    ['a\nb\n'.repeat(16_000), 'b\na\n'.repeat(15_000)],
    [words((index) => `${index}`), words((index) => `${20_000 - index}`)],
  ]
  for (const [before = '', after = ''] of worst) {
    const start = performance.now()
    wordDiff(before, after)
    expect(performance.now() - start).toBeLessThan(1_000)
  }
})
