import { type HTMLElement, parse } from 'node-html-parser'
import { expect } from 'vitest'
import { isSafeLink } from '../../../src/lib/html/links.ts'

/** Written apart from the sanitiser's own list, so that a slip there is seen here. */
const allowed: Record<string, RegExp> = {
  p: /^$/,
  br: /^$/,
  hr: /^$/,
  ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'li', 'em', 'strong', 's'].map((tag) => [tag, /^$/])),
  ...Object.fromEntries(['table', 'thead', 'tbody', 'tr'].map((tag) => [tag, /^$/])),
  a: /^(href|rel)$/,
  img: /^(src|alt|width|height|loading|decoding|srcset|sizes)$/,
  ol: /^start$/,
  pre: /^tabindex$/,
  code: /^class$/,
  div: /^(class|tabindex)$/,
  span: /^class$/,
  th: /^class$/,
  td: /^class$/,
}
const classes = /^(language-[a-z]+|scroll-x|link-card(__(words|title|description|site))?|align-(center|right))$/

export function expectSafe(html: string, source: string): void {
  for (const element of parse(html, { comment: true, blockTextElements: {} }).querySelectorAll('*')) expectSafeElement(element, source)
  expect(html, source).not.toMatch(/<!--|<\?|<!\[/)
}

function expectSafeElement(element: HTMLElement, source: string): void {
  const tag = element.rawTagName.toLowerCase()
  expect(Object.keys(allowed), source).toContain(tag)
  for (const [name, value] of Object.entries(element.attributes)) {
    expect(name, `${tag} in ${source}`).toMatch(allowed[tag] ?? /^$/)
    if (name === 'href') expect(isSafeLink(value), `${value} in ${source}`).toBe(true)
    if (name === 'src' || name === 'srcset') expect(value, source).toMatch(/^\/files\//)
    if (name === 'class') expect(value, source).toMatch(classes)
  }
}
