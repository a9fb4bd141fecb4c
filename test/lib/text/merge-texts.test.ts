import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from '../../../src/lib/text/merge-texts.ts'

const text = fc
  .array(fc.constantFrom('비가 ', '온다', '책방을', '책방은', '\n', ' ', '.', 'a', '😀'), { maxLength: 60 })
  .map((parts) => parts.join(''))

const marks = { theirs: '<<', mine: '==', end: '>>' }
const base = '첫째\n둘째\n셋째\n넷째\n다섯째'

test.each([
  [
    'each changed another place',
    '첫째!\n둘째\n셋째\n넷째\n다섯째',
    '첫째\n둘째\n셋째\n넷째\n다섯째?',
    '첫째!\n둘째\n셋째\n넷째\n다섯째?',
    0,
  ],
  ['both made the same change', '첫째\n둘!\n셋째\n넷째\n다섯째', '첫째\n둘!\n셋째\n넷째\n다섯째', '첫째\n둘!\n셋째\n넷째\n다섯째', 0],
  ['one added, one deleted', '첫째\n둘째\n셋째\n넷째\n다섯째\n여섯째', '둘째\n셋째\n넷째\n다섯째', '둘째\n셋째\n넷째\n다섯째\n여섯째', 0],
  [
    'both changed one line',
    '첫째\n둘A\n셋째\n넷째\n다섯째',
    '첫째\n둘B\n셋째\n넷째\n다섯째',
    '첫째\n<<\n둘A\n==\n둘B\n>>\n셋째\n넷째\n다섯째',
    1,
  ],
  ['both added at the end', `${base}\nA`, `${base}\nB`, `${base}\n<<\nA\n==\nB\n>>`, 1],
])('two who change one text: %s', (_name, theirs, mine, merged, clashes) => {
  expect(mergeTexts(base, { theirs, mine }, marks)).toEqual({ text: merged, clashes })
})

test('who changed nothing gets what the other wrote, whatever that was', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const trim = (value: string) => value.replace(/\n$/, '')
      expect(trim(mergeTexts(before, { theirs: after, mine: before }, marks).text)).toBe(trim(after))
      expect(trim(mergeTexts(before, { theirs: before, mine: after }, marks).text)).toBe(trim(after))
    }),
    { numRuns: 500 },
  )
})

test('no line that either of two wrote is missing from what they become', () => {
  const line = fc.constantFrom<string>('하나', '둘', '셋', '넷', '다섯', '')
  const page = fc.array(line, { maxLength: 12 })
  fc.assert(
    fc.property(page, page, page, (from, theirs, mine) => {
      const join = (all: string[]) => all.join('\n')
      const merged = mergeTexts(join(from), { theirs: join(theirs), mine: join(mine) }, marks).text.split('\n')
      const added = (all: string[]) => all.filter((each) => each !== '' && !from.includes(each))
      expect([...added(theirs), ...added(mine)].filter((each) => !merged.includes(each))).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('texts of a hundred thousand letters are joined in bounded time', () => {
  const long = (mark: string) => Array.from({ length: 12_000 }, (_, n) => `${n % 3 ? mark : '같은'} 줄 ${n}`).join('\n')
  const start = performance.now()
  const { text: merged } = mergeTexts(long('처음'), { theirs: long('가'), mine: long('나') }, marks)
  expect(performance.now() - start).toBeLessThan(1_500)
  for (const words of ['가 줄 1\n', '나 줄 11999']) expect(merged).toContain(words)
})
