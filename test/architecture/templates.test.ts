import { expect, test } from 'vitest'
import { messages } from '../../src/messages/messages.ts'
import { linesWith, sourceFiles } from './source-files.ts'

const templates = sourceFiles('views', /\.ejs$/)

test('unescaped output is an include or something whose name says that it is HTML', () => {
  expect(templates.length).toBeGreaterThan(20)
  expect(linesWith(templates, /<%-(?!\s*(include\(|[\w.]+Html\s*%>))/)).toEqual([])
})

test('every template names its model on its first line', () => {
  expect(templates.filter(({ text }) => !/^<%# it: .+ ?%>/.test(text)).map(({ path }) => path)).toEqual([])
})

test('attributes are quoted, and none holds a script or a style', () => {
  expect(linesWith(templates, /=<%/)).toEqual([])
  expect(linesWith(templates, /\s(on[a-z]+|style)\s*=/i)).toEqual([])
  // Data for machines is no script: browsers run nothing of that type.
  expect(linesWith(templates, /<script(?![^>]*\ssrc=)(?! type="application\/ld\+json"><%- \w+Html %><\/script>)/)).toEqual([])
})

test('templates compute no dates, addresses of rows or permissions', () => {
  expect(linesWith(templates, /new Date|\bDate\.|Math\.|(viewer|member)\.level\b|memberId/)).toEqual([])
})

test('every message that a template asks for is in the catalogue', () => {
  const asked = templates.flatMap(({ text }) => [...text.matchAll(/\bt\('([\w.-]+)'/g)].map((found) => found[1] ?? ''))
  expect(asked.length).toBeGreaterThan(50)
  // A key that is put together stands for all that begin so.
  const known = (key: string) => (key.endsWith('.') ? Object.keys(messages).some((each) => each.startsWith(key)) : key in messages)
  expect([...new Set(asked)].filter((key) => !known(key))).toEqual([])
})

test('no visible text stands outside the catalogue', () => {
  expect(linesWith(templates, /[가-힣]/)).toEqual([])
})
