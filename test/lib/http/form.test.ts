import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cleanText, hasVisibleText, line, paragraph, readForm } from '../../../src/lib/http/form.ts'

const Schema = z.object({
  title: line({ max: 5, required: 'title.required', tooLong: 'title.tooLong' }),
  body: paragraph({ max: 10, required: 'body.required', tooLong: 'body.tooLong' }),
})

test('a good form comes out clean, a bad one with what was typed and why', () => {
  expect(readForm(Schema, { title: ' 안녕\t하 ', body: '가\r\n나', extra: 'x' })).toMatchObject({
    ok: true,
    data: { title: '안녕 하', body: '가\n나' },
  })
  expect(readForm(Schema, { title: '여섯글자이다', body: '  ' })).toEqual({
    ok: false,
    draft: { title: '여섯글자이다', body: '  ' },
    errors: { title: 'title.tooLong', body: 'body.required' },
  })
})

test.each([[undefined], [null], ['text'], [{ title: ['a', 'b'], body: { x: 1 } }], [{ __proto__: { title: 'x' } }]])(
  'a body that is no form (%j) is an empty form',
  (body) => {
    expect(readForm(Schema, body)).toMatchObject({ ok: false, errors: { title: 'title.required', body: 'body.required' } })
  },
)

test.each(['\u3164', '\u200b', '\u2800', '\uffa0', ' ', '\u00ad', '\u2066\u2069'])('%j shows nothing, so it is nothing', (blank) => {
  expect(hasVisibleText(blank)).toBe(false)
})

test('an emoji is something', () => {
  expect(hasVisibleText('🐈')).toBe(true)
})

test('cleaning twice changes nothing more, and what comes out can always be stored', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean.isWellFormed()).toBe(true)
      expect([...clean].filter((letter) => letter < ' ' && letter !== '\n' && letter !== '\t')).toEqual([])
    }),
  )
})
