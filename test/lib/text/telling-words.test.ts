import { expect, test } from 'vitest'
import { tellingWords } from '../../../src/lib/text/telling-words.ts'

test.each([
  ['동네 책방을 열고', ['동네', '책방', '열고']],
  ['동네책방에서는 무엇을', ['동네', '네책', '책방', '무엇']],
  ['Node.js 24와 the TypeScript', ['node.js', 'typescript']],
  ['2026년 R&D 예산', ['2026', '예산']],
  ['ㅋ 가 a 1', []],
  ['👨‍👩‍👧‍👦🎉', []],
])('%s is known by %j', (text, words) => {
  expect(tellingWords(text)).toEqual(words)
})

test('a title without a blank gives a bounded number of words', () => {
  expect(tellingWords('가나다라마바사아자차카타파하'.repeat(14)).length).toBeLessThanOrEqual(24)
  expect(tellingWords(`${'a'.repeat(200)}`)).toEqual(['a'.repeat(30)])
})
