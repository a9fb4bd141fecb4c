import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptAround, highlightHtml } from '../../../src/lib/html/highlight.ts'

test('words are marked, whatever signs they hold', () => {
  expect(highlightHtml('a.b aXb <b>', ['a.b'])).toBe('<mark>a.b</mark> aXb &lt;b&gt;')
  expect(highlightHtml('바다바다', ['바'])).toBe('<mark>바</mark>다<mark>바</mark>다')
  expect(highlightHtml('x', [])).toBe('x')
  expect(highlightHtml('칼국수', ['칼', '칼국수'])).toBe('<mark>칼국수</mark>')
})

test('no text and no words make markup of their own', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 5 }), (text, words) => {
      expect(highlightHtml(text, words).replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/)
    }),
  )
})

test('an excerpt is a piece of the text that holds the first hit, no character split', () => {
  const family = '👨‍👩‍👧‍👦'
  expect(excerptAround(`${family.repeat(100)}바늘${family.repeat(100)}`, ['바늘'], 40)).toBe(
    `…${family.repeat(30)}바늘${family.repeat(8)}…`,
  )
  expect(excerptAround('짧은 글', ['글'], 40)).toBe('짧은 글')
  expect(excerptAround('없는 말', ['바늘'], 3)).toBe('없는 …')
})
