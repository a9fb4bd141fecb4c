import { expect, test } from 'vitest'
import { chooseLocale } from '../../../src/lib/i18n/locale.ts'
import { createTranslator } from '../../../src/lib/i18n/translate.ts'

const catalogue = {
  'probe.hidden': { ko: '{name}[을/를] 숨겼습니다.', en: 'Hid {name}.' },
  'probe.moved': { ko: '{name}[으로/로] 옮겼습니다.', en: 'Moved to {name}.' },
  'probe.comments': { ko: '댓글 {count, number}개', en: '{count, plural, one {# comment} other {# comments}}' },
} as const

test.each([
  ['책', '책을 숨겼습니다.'],
  ['사과', '사과를 숨겼습니다.'],
])('a particle fits the word before it: %s', (name, text) => {
  expect(createTranslator(catalogue, 'ko')('probe.hidden', { name })).toBe(text)
})

test('words that end in ㄹ take 로', () => {
  expect(createTranslator(catalogue, 'ko')('probe.moved', { name: '서울' })).toBe('서울로 옮겼습니다.')
})

test('what a member named themselves is not read as a message', () => {
  expect(createTranslator(catalogue, 'ko')('probe.hidden', { name: '[이/가]{x}<b>' })).toContain('[이/가]{x}<b>')
})

test('English counts in its own way', () => {
  const t = createTranslator(catalogue, 'en')
  expect([t('probe.comments', { count: 1 }), t('probe.comments', { count: 1200 })]).toEqual(['1 comment', '1,200 comments'])
})

test.each([
  ['en', 'ko', 'en'],
  [undefined, 'en-US,en;q=0.9', 'en'],
  [undefined, 'fr,en;q=0.3,ko;q=0.8', 'ko'],
  [undefined, 'fr', 'ko'],
  [undefined, undefined, 'ko'],
  ['xx', 'en;q=0', 'ko'],
  ['../etc', ';;;,,,q=', 'ko'],
])('chosen %s, browser %s: %s', (chosen, accept, locale) => {
  expect(chooseLocale(chosen, accept)).toBe(locale)
})
