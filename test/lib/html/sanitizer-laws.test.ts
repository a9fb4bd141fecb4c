import fc from 'fast-check'
import { parse } from 'node-html-parser'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { editorMarkup, readersMarkup } from '../../../src/lib/html/allow-list.ts'
import type { BodyFile } from '../../../src/lib/html/body-files.ts'
import { renderForEditor } from '../../../src/lib/html/editor-markup.ts'
import { renderComment, renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { sanitize } from '../../../src/lib/html/sanitize.ts'
import { useChromium } from '../../support/browser.ts'
import { hostileMarkup, hostileText, key } from './hostile-texts.ts'
import { expectSafe } from './safe-markup.ts'
import { payloads } from './xss-payloads.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 600)
const files = new Map<string, BodyFile>([
  [`/files/${key}/x.webp`, { kind: 'image', width: 800, height: 600, smaller: [{ path: '/files/t', width: 480 }] }],
  [`/files/${key}/x.mp4`, { kind: 'video', width: 640, height: 360, smaller: [] }],
])
const render = (source: string) => renderMarkdown(source, { files }).html

const chromium = useChromium()
let page: Page
beforeEach(async () => {
  page = (await chromium.open()).page
})

/** What the browser makes of markup, written down again. */
const asParsed = (markup: readonly string[]): Promise<string[]> =>
  page.evaluate(
    `${JSON.stringify(markup)}.map((html) => new DOMParser().parseFromString('<!doctype html><body>' + html, 'text/html').body.innerHTML)`,
  )

test('whatever is sanitised stays within the allow-list, and sanitising it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(hostileMarkup, hostileText), (html) => {
      const once = sanitize(html)
      expectSafe(once, html)
      expect(sanitize(once)).toBe(once)
      const forEditor = sanitize(html, editorMarkup)
      expect(sanitize(forEditor, editorMarkup)).toBe(forEditor)
    }),
    { numRuns: RUNS },
  )
})

test('an editor is given nothing but its own list', () => {
  const allowed = editorMarkup.allowedTags as string[]
  const given = [
    'href',
    'src',
    'alt',
    'title',
    'aria-label',
    'start',
    'class',
    'colspan',
    'rowspan',
    'data-tight',
    'data-checked',
    'data-note',
  ]
  fc.assert(
    fc.property(hostileText, (source) => {
      const html = renderForEditor(source)
      for (const { rawTagName, attributes } of parse(html, { blockTextElements: {} }).querySelectorAll('*')) {
        expect(allowed).toContain(rawTagName)
        for (const name of Object.keys(attributes)) expect(given).toContain(name)
      }
      expect(html).not.toMatch(/<!--|<\?|<!\[/)
    }),
    { numRuns: RUNS },
  )
})

test('a browser reads what the renderer made as it was meant: parsed, written down and sanitised it is the same', async () => {
  const sources = [...payloads, ...fc.sample(hostileText, { numRuns: RUNS, seed: 7 })]
  for (const [make, allowed] of [
    [render, readersMarkup] as const,
    [(source: string) => renderComment(source), readersMarkup] as const,
    [renderForEditor, editorMarkup] as const,
  ]) {
    const made = sources.map(make)
    const parsed = await asParsed(made)
    for (const [index, html] of made.entries()) expect(sanitize(parsed[index] ?? '', allowed), sources[index]).toBe(sanitize(html, allowed))
  }
}, 60_000)

test('markup from anywhere that was sanitised holds nothing new when a browser has read it, nor when it is read once more', async () => {
  const made = [...payloads, ...fc.sample(hostileMarkup, { numRuns: RUNS, seed: 7 })].map((html) => sanitize(html))
  const parsed = await asParsed(made)
  for (const html of parsed) expectSafe(sanitize(html), html)
  const again = await asParsed(parsed.map((html) => sanitize(html)))
  for (const html of again) expectSafe(html.replaceAll('=""', ''), html)
}, 60_000)
