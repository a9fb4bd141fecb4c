import fc from 'fast-check'
import { codeLanguages } from '../../src/lib/html/allowed-classes.ts'
import { alignments, marks as highlights, inks } from '../../src/lib/html/palette.ts'

/** A document as the editor has it (src/editor/schema), in the one form that its reader gives: what is seen the same is written the same. */
export interface Json {
  type: string
  attrs?: Record<string, unknown>
  content?: Json[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

type Any<T = Json> = fc.Arbitrary<T>

const signs = [...'가나다한글abZ019.,!?\'"()[]{}<>*_~`|\\/#+-=&:;^$%@…·「」😀']
const sign = fc.constantFrom(...signs)
const word = fc.string({ unit: sign, minLength: 1, maxLength: 6 })
/** Single spaces, none at an edge. */
export const words: Any<string> = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))

const simpleMarks = fc
  .subarray(['bold', 'italic', 'strike', 'underline', 'cover', 'code', 'sub'])
  .map((types) => types.map((type) => ({ type })))
const coloured = (type: string, colours: readonly string[]) => fc.constantFrom(...colours).map((colour) => ({ type, attrs: { colour } }))
const href = fc.constantFrom('https://example.org/', 'https://example.org/a_b(c)?d=1&e=2', '/free/1', 'mailto:a@example.org')
const markList = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, simpleMarks),
    fc.option(coloured('ink', inks), { nil: null, freq: 6 }),
    fc.option(coloured('highlight', highlights), { nil: null, freq: 6 }),
    fc.option(
      href.map((to) => ({ type: 'link', attrs: { href: to } })),
      { nil: null, freq: 6 },
    ),
  )
  .map(([simple, ...others]) => [...simple, ...others.filter((mark) => mark !== null)] as NonNullable<Json['marks']>)

const wears = (marks: Json['marks'], type: string) => (marks ?? []).some((mark) => mark.type === type)

const text: Any = fc
  .tuple(words, markList)
  .map(([written, marks]) => ({ type: 'text', text: written, marks }))
  // Two bars in code end a cover, and nothing can hide them.
  .filter((node) => !(wears(node.marks, 'code') && wears(node.marks, 'cover') && node.text.includes('|')))
const space: Any = fc.constant({ type: 'text', text: ' ' })
const lone: Any = fc.constantFrom('https://example.org/a_b', 'https://youtu.be/abcdefghijk').map((to) => ({
  type: 'text',
  text: to,
  marks: [{ type: 'link', attrs: { href: to } }],
}))
const picture: Any = fc.record({ alt: words, caption: fc.oneof(fc.constant(''), words) }).map(({ alt, caption }) => ({
  type: 'picture',
  attrs: { src: `/files/${'0a'.repeat(16)}/${encodeURIComponent('사진')}(1).png`, alt, caption, film: false },
}))
const lineBreak: Any = fc.constant({ type: 'hardBreak' })

const line: Any<Json[]> = fc
  .array(fc.oneof({ weight: 8, arbitrary: text }, { weight: 3, arbitrary: space }, { weight: 1, arbitrary: picture }, lone), {
    minLength: 1,
    maxLength: 4,
  })
  .map(spacedOnce)
  .filter((nodes) => nodes.length > 0)
const lines: Any<Json[]> = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .chain((all) => lineBreak.map((gap) => all.flatMap((nodes, index) => (index === 0 ? nodes : [gap, ...nodes]))))

/** No space at an edge or beside another; words that wear the same are one run. */
function spacedOnce(nodes: Json[]): Json[] {
  const kept = nodes.filter((node, index) => node.text !== ' ' || (index > 0 && index < nodes.length - 1 && nodes[index - 1]?.text !== ' '))
  const trimmed = kept.at(-1)?.text === ' ' ? kept.slice(0, -1) : kept
  const joined: Json[] = []
  for (const node of trimmed) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node))
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else joined.push(node)
  }
  return joined
}

const sameMarks = (one: Json, other: Json): boolean => {
  const key = ({ marks = [] }: Json) => JSON.stringify(marks.map((mark) => JSON.stringify(mark)).sort())
  return key(one) === key(other)
}

/** "[ ] " at the start of a point is a task, however it is written. */
const isNoTask = (nodes: Json[]) => !/^\[[ xX]\]/.test(nodes[0]?.text ?? '')
const emptyParagraph: Json = { type: 'paragraph' }
const fullParagraph: Any = lines.filter(isNoTask).map((content) => ({ type: 'paragraph', content }))
const paragraph: Any = fc.oneof({ weight: 8, arbitrary: fullParagraph }, { weight: 1, arbitrary: fc.constant(emptyParagraph) })
const heading: Any = fc
  .record({ level: fc.integer({ min: 1, max: 6 }), content: lines })
  .map(({ level, content }) => ({ type: 'heading', attrs: { level }, content }))
const codeBlock: Any = fc
  .record({
    language: fc.constantFrom('', ...codeLanguages),
    code: fc.array(fc.oneof(words, fc.constant('')), { minLength: 1, maxLength: 4 }),
  })
  .map(({ language, code }) => ({ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text: `${code.join('\n')}x` }] }))
const rule: Any = fc.constant({ type: 'horizontalRule' })

const isList = ({ type }: Json) => type === 'bulletList' || type === 'orderedList'
const mayBeTight = ({ content = [] }: Json): boolean =>
  content.every(({ content: [, ...rest] = [] }) =>
    rest.every((block) => isList(block) && (block.attrs?.['start'] ?? 1) === 1 && block.attrs?.['tight'] === true),
  )

const list = (blocks: Any): Any =>
  fc
    .record({
      type: fc.constantFrom('bulletList', 'orderedList'),
      start: fc.constantFrom(1, 1, 1, 7),
      tight: fc.boolean(),
      items: fc.array(
        fc.record({ checked: fc.constantFrom(null, null, true, false), first: paragraph, rest: fc.array(blocks, { maxLength: 2 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    })
    .map(({ type, start, tight, items }) => {
      const content = items.map(({ checked, first, rest }) => ({ type: 'listItem', attrs: { checked }, content: [first, ...rest] }))
      const made: Json = { type, attrs: { tight, ...(type === 'orderedList' ? { start } : {}) }, content }
      // A list of one point has no empty line between two: only blocks within it make it loose.
      const isTight = mayBeTight(made) && (tight || content.length === 1)
      return { ...made, attrs: { ...made.attrs, tight: isTight } }
    })

const cell = (type: string, content: Json[], attrs: Record<string, unknown> = {}): Json => ({
  type,
  attrs: { colspan: 1, rowspan: 1, align: null, colwidth: null, ...attrs },
  content,
})

const table = (blocks: Any): Any =>
  fc
    .record({
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
      cells: fc.array(paragraph, { minLength: 9, maxLength: 9 }),
      sides: fc.array(fc.constantFrom(null, 'center', 'right'), { minLength: 3, maxLength: 3 }),
      more: fc.option(fc.tuple(fc.nat({ max: 8 }), blocks), { nil: null, freq: 3 }),
      merged: fc.boolean(),
    })
    .map(({ columns, rows, cells, sides, more, merged }) => {
      const grid = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => {
          const index = row * 3 + column
          const content = [cells[index] ?? emptyParagraph, ...(more?.[0] === index ? [more[1]] : [])]
          return cell(row === 0 ? 'tableHeader' : 'tableCell', content, { align: sides[column] ?? null })
        }),
      )
      const last = grid.at(-1) ?? []
      if (merged && columns > 1 && rows > 1) {
        last.pop()
        Object.assign(last.at(-1)?.attrs ?? {}, { colspan: 2 })
      }
      return { type: 'table', content: grid.map((content) => ({ type: 'tableRow', content })) }
    })

const within = (blocks: Any<Json[]>): Any =>
  fc.oneof(
    blocks.map((content) => ({ type: 'blockquote', content })),
    fc.record({ title: fc.oneof(fc.constant(''), words), content: blocks }).map(({ title, content }) => ({
      type: 'fold',
      content: [{ type: 'foldTitle', ...(title === '' ? {} : { content: [{ type: 'text', text: title }] }) }, ...content],
    })),
  )

/** A box stands in no other: one end would end both. */
const holdsBox = ({ type, content = [] }: Json): boolean => type === 'aligned' || content.some(holdsBox)
const holdsTable = ({ type, content = [] }: Json): boolean => type === 'table' || content.some(holdsTable)

const { block } = fc.letrec<{ block: Json }>((tie) => {
  const inner = fc.array(tie('block'), { minLength: 1, maxLength: 2 })
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      fullParagraph,
      paragraph,
      heading,
      codeBlock,
      rule,
      list(tie('block')),
      table(tie('block').filter((some) => !holdsTable(some))),
      within(inner),
      fc
        .record({ side: fc.constantFrom(...alignments), content: inner.filter((some) => !some.some(holdsBox)) })
        .map(({ side, content }) => ({
          type: 'aligned',
          attrs: { side },
          content,
        })),
    ),
  }
})

/** It ends with something: empty lines at the end of a text are dropped. */
export const anyDocument: Any = fc
  .tuple(fc.array(block, { maxLength: 4 }), fullParagraph)
  .map(([blocks, last]) => ({ type: 'doc', content: [...blocks, last] }))
