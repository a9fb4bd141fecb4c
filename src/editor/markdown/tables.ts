import type { Node } from '@tiptap/pm/model'
import { inlineText } from './inline.ts'

type BlockLines = (blocks: readonly Node[]) => string[]

/** With the bars of Markdown where these can say it, else with tags. */
export const tableLines = (table: Node, blockLines: BlockLines): string[] =>
  isPlain(table) ? barLines(table) : tagLines(table, blockLines)

/** One line of headers, nothing merged, one paragraph a cell, columns that agree where their words stand. */
function isPlain(table: Node): boolean {
  const [head = [], ...rows] = table.children.map((row) => row.children)
  return (
    head.every((cell) => cell.type.name === 'tableHeader' && isSimple(cell)) &&
    rows.every(
      (row) =>
        row.length === head.length &&
        row.every(
          (cell, column) => cell.type.name === 'tableCell' && isSimple(cell) && cell.attrs['align'] === head[column]?.attrs['align'],
        ),
    )
  )
}

const isSimple = ({ attrs, childCount, firstChild }: Node): boolean =>
  attrs['colspan'] === 1 && attrs['rowspan'] === 1 && childCount === 1 && firstChild?.type.name === 'paragraph'

function barLines(table: Node): string[] {
  const [head = [], ...rows] = table.children.map((row) => row.children)
  const dashes = head.map(({ attrs }) => (attrs['align'] === 'center' ? ':---:' : attrs['align'] === 'right' ? '---:' : '---'))
  return [line(head.map(inBars)), line(dashes), ...rows.map((row) => line(row.map(inBars)))]
}

const inBars = (cell: Node): string => words(cell, 'bars')

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const words = (cell: Node, inCell: 'bars' | 'tags'): string =>
  cell.firstChild ? inlineText(cell.firstChild, { breaks: 'tags', inCell }) : ''

function tagLines(table: Node, blockLines: BlockLines): string[] {
  const rows = [...table.children]
  const heads = rows.findIndex((row) => row.children.some(({ type }) => type.name !== 'tableHeader'))
  const head = rows.slice(0, heads === -1 ? 1 : heads)
  const body = rows.slice(head.length)
  const section = (tag: string, own: readonly Node[]) =>
    own.length === 0 ? [] : [`<${tag}>`, ...own.flatMap((row) => rowLines(row, blockLines)), `</${tag}>`]
  return ['<table>', ...section('thead', head), ...section('tbody', body), '</table>']
}

const rowLines = (row: Node, blockLines: BlockLines): string[] => [
  '<tr>',
  ...row.children.flatMap((cell) => cellLines(cell, blockLines)),
  '</tr>',
]

function cellLines(cell: Node, blockLines: BlockLines): string[] {
  const tag = cell.type.name === 'tableHeader' ? 'th' : 'td'
  const { colspan, rowspan, align } = cell.attrs as { colspan: number; rowspan: number; align: string | null }
  const said = [
    ...(colspan > 1 ? [` colspan="${colspan}"`] : []),
    ...(rowspan > 1 ? [` rowspan="${rowspan}"`] : []),
    ...(align === null ? [] : [` class="align-${align}"`]),
  ].join('')
  const isLine = cell.childCount === 1 && cell.firstChild?.type.name === 'paragraph'
  if (isLine) return [`<${tag}${said}>${words(cell, 'tags')}</${tag}>`]
  return [`<${tag}${said}>`, ...blockLines(cell.children), `</${tag}>`]
}
