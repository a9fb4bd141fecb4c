import { type HTMLElement, parse } from 'node-html-parser'
import { expect } from 'vitest'
import { isSafeLink } from '../../../src/lib/html/links.ts'

/** Written apart from the sanitiser's own list, so that a slip there is seen here. */
const allowed: Record<string, RegExp> = {
  p: /^$/,
  br: /^$/,
  hr: /^$/,
  ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, /^id$/])),
  ...Object.fromEntries(
    ['blockquote', 'ul', 'em', 'strong', 's', 'u', 'sub', 'sup', 'summary', 'figure', 'figcaption'].map((tag) => [tag, /^$/]),
  ),
  ...Object.fromEntries(['table', 'thead', 'tbody', 'tr'].map((tag) => [tag, /^$/])),
  ...Object.fromEntries(['code', 'details', 'section', 'label', 'mark'].map((tag) => [tag, /^class$/])),
  th: /^(class|colspan|rowspan|scope)$/,
  td: /^(class|colspan|rowspan)$/,
  a: /^(class|href|rel|id)$/,
  img: /^(src|alt|width|height|loading|decoding|srcset|sizes)$/,
  video: /^(src|aria-label|controls|preload|playsinline|width|height)$/,
  ol: /^start$/,
  li: /^(id|class)$/,
  pre: /^tabindex$/,
  div: /^(class|tabindex|data-frame)$/,
  span: /^(class|data-word)$/,
  input: /^(class|type)$/,
}
const classes: Record<string, RegExp> = {
  a: /^picture$/,
  code: /^language-[a-z]+$/,
  div: /^(scroll-x|link-card|embed embed--(wide|tall|post|sound)|embed|align-(center|right|justify))$/,
  span: new RegExp(
    '^(hidden|caption|link-card__(words|title|description|site)|embed__(kind|address)|ink-(red|orange|green|blue|violet|grey)' +
      '|code-(comment|keyword|string|number|name|type|added|removed))$',
  ),
  mark: /^mark-(yellow|green|blue|pink|violet)$/,
  th: /^align-(center|right)$/,
  td: /^align-(center|right)$/,
  details: /^(spoiler|contents)$/,
  section: /^notes$/,
  label: /^cover$/,
  li: /^(contents__sub|task)$/,
  input: /^hidden$/,
}
const ids: Record<string, RegExp> = { a: /^noteref-\d{1,3}$/, li: /^note-\d{1,3}$/ }
const frames =
  /^https:\/\/(www\.youtube-nocookie\.com|player\.vimeo\.com|tv\.naver\.com|play-tv\.kakao\.com|player\.twitch\.tv|clips\.twitch\.tv|platform\.twitter\.com|www\.instagram\.com|w\.soundcloud\.com)\/[\w\-./:?&=%]+$/

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
    if (name === 'class') expect(value, source).toMatch(classes[tag] ?? /^$/)
    if (name === 'id') expect(value, source).toMatch(ids[tag] ?? /^section-\d{1,3}$/)
    if (name === 'colspan' || name === 'rowspan') expect(value, source).toMatch(/^[1-9]\d{0,2}$/)
    if (name === 'scope') expect(value, source).toMatch(/^(col|row)(group)?$/)
    if (name === 'type') expect(value, source).toBe('checkbox')
    if (name === 'data-frame') expect(value, source).toMatch(frames)
    if (name === 'data-word') expect(value, source).toMatch(/^(contents|spoiler|notes|note|noteBack|picture)$/)
  }
}
