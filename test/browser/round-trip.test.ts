import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { renderForEditor } from '../../src/lib/html/editor-markup.ts'
import { renderMarkdown } from '../../src/lib/html/markdown.ts'
import { useChromium } from '../support/browser.ts'
import { aMember, firstBoards } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { richText } from '../support/rich-text.ts'
import { useSite } from '../support/site.ts'
import { anyDocument, type Json } from './any-document.ts'
import { openEditor } from './editing.ts'

const site = useSite()
const chromium = useChromium()
let page: Page

/** The parts of the bundle that the page itself loaded. */
beforeEach(async () => {
  await firstBoards(site)
  page = (await openAs(chromium, site, (await aMember(site, '미나')).agent, { cookies: { editor: 'rich' } })).page
  const bundle = page.waitForRequest('**/js/editor.js')
  await openEditor(page)
  await page.evaluate(`import(${JSON.stringify((await bundle).url())}).then((editor) => { globalThis.editor = editor })`)
})

/** A document as the schema has it, its marks in order. */
const settled = (doc: Json): Promise<Json> => page.evaluate(`editor.schema.nodeFromJSON(${JSON.stringify(doc)}).toJSON()`)
const markdownOf = (doc: Json): Promise<string> =>
  page.evaluate(`(() => { const doc = editor.schema.nodeFromJSON(${JSON.stringify(doc)}); doc.check(); return editor.toMarkdown(doc) })()`)
const documentOf = (html: string): Promise<Json> =>
  page.evaluate(`(() => { const doc = editor.readHtml(editor.schema, ${JSON.stringify(html)}); doc.check(); return doc.toJSON() })()`)

const orderedMarks = (node: Json): Json => ({
  ...node,
  ...(node.marks ? { marks: node.marks.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other))) } : {}),
  ...(node.content ? { content: node.content.map(orderedMarks) } : {}),
})
const plain = (node: Json): Json =>
  JSON.parse(JSON.stringify(orderedMarks(node), (key, value) => (key === 'marks' && value.length === 0 ? undefined : value)))

test('any document goes as Markdown to the server and comes back the same', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (doc) => {
      const before = await settled(doc)
      const markdown = await markdownOf(before)
      expect(plain(await documentOf(renderForEditor(markdown))), markdown).toEqual(plain(before))
    }),
    { numRuns: Number(process.env['ROUNDS'] ?? 300), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) },
  )
})

test.each([
  ['everything that a post may hold', richText()],
  ['notes', '말[^1]과 글[^둘].\n\n[^1]: 각주는 **여기**에.\n[^둘]: 한 문단\n\n    두 문단'],
  ['lists of all kinds', '- 가\n- 나\n  1. 다\n  2. 라\n\n3. 마\n4. 바\n\n\n- [ ] 할 일\n- [x] 한 일\n\n* 느슨한\n\n* 목록'],
  [
    'blocks in a table',
    '<table>\n<thead>\n<tr>\n<th colspan="2">제목</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>가<br>나</td>\n<td>\n- 다\n</td>\n</tr>\n</tbody>\n</table>',
  ],
  ['a date, prices, waves and other harmless signs', '2026\\. 11. 26. 맑음~ 3*4=12, snake_case, 5 > 3 && a|b [공지] #태그 1) 하나'],
])('a text that is opened and written anew reads the same: %s', async (_what, source) => {
  const again = await markdownOf(await documentOf(renderForEditor(source)))
  expect(renderMarkdown(again).html).toBe(renderMarkdown(source).html)
})
