import type { Node } from '@tiptap/pm/model'
import { escapeLineStart } from './escape.ts'
import { inlineText, isEmptyBlock } from './inline.ts'
import { tableLines } from './tables.ts'

/** The text of a document as it is kept: our Markdown (docs/decisions/019). What is read back by the server makes the same document again. */
export function toMarkdown(doc: Node): string {
  const blocks = [...doc.children]
  while (blocks.length > 0 && isEmptyBlock(blocks.at(-1) as Node) && blocks.at(-1)?.type.name === 'paragraph') blocks.pop()
  return blockLines(blocks).join('\n')
}

function blockLines(blocks: readonly Node[], gap = true): string[] {
  return eachOf(blocks).flatMap((lines, index) => (index > 0 && gap ? ['', ...lines] : lines))
}

/** Two lists of a kind, one after the other, would be one: they take turns with their signs. */
function eachOf(blocks: readonly Node[]): string[][] {
  let odd = false
  return blocks.map((block, index) => {
    odd = block.type === blocks[index - 1]?.type && !odd
    return linesOf(block, odd)
  })
}

function linesOf(block: Node, odd: boolean): string[] {
  switch (block.type.name) {
    case 'heading':
      return [headingLine(block)]
    case 'blockquote':
      return blockLines(block.children).map((line) => (line === '' ? '>' : `> ${line}`))
    case 'bulletList':
    case 'orderedList':
      return listLines(block, odd)
    case 'codeBlock':
      return codeLines(block)
    case 'horizontalRule':
      return ['---']
    case 'fold':
      return foldLines(block)
    case 'aligned':
      return alignedLines(block)
    case 'note':
      return noteLines(block)
    case 'table':
      return tableLines(block, blockLines)
    default:
      return isEmptyBlock(block) ? ['<br>'] : inlineText(block).split('\n').map(escapeLineStart)
  }
}

function headingLine(block: Node): string {
  const text = inlineText(block, { breaks: 'tags' })
  const signs = '#'.repeat(Number(block.attrs['level']))
  return `${signs} ${text.replace(/(^|\s)(#+)$/, '$1\\$2')}`.trimEnd()
}

function listLines(list: Node, odd: boolean): string[] {
  const tight = isTight(list)
  return list.children.flatMap((item, index) => {
    const marker = list.type.name === 'bulletList' ? (odd ? '* ' : '- ') : `${Number(list.attrs['start']) + index}${odd ? ')' : '.'} `
    const { checked } = item.attrs as { checked: boolean | null }
    const task = checked === null ? '' : checked ? '[x]' : '[ ]'
    const [first = '', ...rest] = blockLines(item.children, !tight)
    const head = task === '' ? first : first === '<br>' ? task : `${task} ${first}`
    const indent = ' '.repeat(marker.length)
    return [...(tight || index === 0 ? [] : ['']), `${marker}${head}`, ...rest.map((line) => (line === '' ? '' : indent + line))]
  })
}

/** A list within a point follows its words without an empty line, if it begins at 1; no other block does. */
const isTight = (list: Node): boolean =>
  list.attrs['tight'] === true &&
  list.children.every((item) =>
    item.children.slice(1).every((block) => isList(block) && (block.attrs['start'] ?? 1) === 1 && isTight(block)),
  )

const isList = ({ type }: Node): boolean => type.name === 'bulletList' || type.name === 'orderedList'

function codeLines(block: Node): string[] {
  const longest = Math.max(2, ...[...block.textContent.matchAll(/^ *(`+)/gm)].map(([, ticks]) => ticks?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  const code = block.textContent === '' ? [] : block.textContent.split('\n')
  return [`${fence}${block.attrs['language']}`, ...code, fence]
}

/** As many colons as no line within has. */
function foldLines(fold: Node): string[] {
  const inner = blockLines(fold.children.slice(1))
  const longest = Math.max(2, ...inner.map((line) => /^\s*(:{3,})/.exec(line)?.[1]?.length ?? 0))
  const colons = ':'.repeat(longest + 1)
  const title = fold.firstChild?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  return [`${colons}spoiler ${title}`.trimEnd(), ...inner, colons]
}

/** What holds a line that would end the box stands beside it: another such box, or code about one. */
function alignedLines(box: Node): string[] {
  const lines: string[] = []
  let open = false
  const close = () => {
    if (open) lines.push('', '</div>')
    open = false
  }
  for (const inner of eachOf(box.children)) {
    const fits = !inner.some((line) => line.trim() === '</div>')
    if (!fits) close()
    if (lines.length > 0) lines.push('')
    if (fits && !open) lines.push(`<div class="align-${box.attrs['side']}">`, '')
    open = fits
    lines.push(...inner)
  }
  close()
  return lines
}

function noteLines(note: Node): string[] {
  const [first = '', ...rest] = blockLines(note.children)
  return [`[^${note.attrs['label']}]: ${first}`, ...rest.map((line) => (line === '' ? '' : `    ${line}`))]
}
