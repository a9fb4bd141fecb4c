import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalName } from '../../../src/lib/text/canonical-name.ts'

const ALL = 0x110000

test('the canonical form of a canonical form is itself, for every character there is', () => {
  const unstable: string[] = []
  for (let point = 0; point < ALL; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue
    const once = canonicalName(String.fromCodePoint(point))
    if (canonicalName(once) !== once) unstable.push(point.toString(16))
  }
  expect(unstable).toEqual([])
}, 60_000)

test('and for every text, broken ones included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const once = canonicalName(text)
      expect(canonicalName(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  ['ADMIN', 'admin'],
  ['admın', 'admin'],
  ['admİn', 'admin'],
  ['ａｄｍｉｎ', 'admin'],
  ['аdmіn', 'admin'],
  ['ΑDΜΙΝ', 'admin'],
  ['ad\u200bmin', 'admin'],
  ['ad\u00admin', 'admin'],
  ['\u202eadmin', 'admin'],
  ['a d m i n', 'admin'],
  ['ⓐⓓⓜⓘⓝ', 'admin'],
  ['관\u3164리자', '관리자'],
  ['관리자', '관리자'],
  ['\u1100\u1161', '가'],
  ['ニ口', '二口'],
  ['ſtraße', 'strasse'],
])('%j is read as %j', (typed, read) => {
  expect(canonicalName(typed)).toBe(canonicalName(read))
})

test.each(['\u3164', '\u115f\u1160', '\uffa0', '\u2800\u2800', '\u200b\u200c\u200d', '\ufe0f', '\u{e0041}', ' \t\n', '\u2066\u2069'])(
  'what takes no ink (%j) is nothing',
  (blank) => {
    expect(canonicalName(blank)).toBe('')
  },
)

test('names that readers tell apart stay apart', () => {
  const names = ['새봄', '새롬', 'user10', 'userio', '🙂', '🙃', 'mail', 'mall', 'e\u0301', 'e']
  expect(new Set(names.map(canonicalName)).size).toBe(names.length)
})
