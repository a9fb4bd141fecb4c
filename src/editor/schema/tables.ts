import { type Editor, Extension, Node } from '@tiptap/core'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => spanOf(cell, 'colspan') },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => spanOf(cell, 'rowspan') },
  /** What the table commands keep widths in; ours follow their words. */
  colwidth: { default: null, rendered: false },
  align: { default: null, rendered: false, parseHTML: (cell: HTMLElement) => /align-(center|right)/.exec(cell.className)?.[1] ?? null },
})

const spanOf = (cell: HTMLElement, name: string): number =>
  Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1, 1), 40)

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { class: 'scroll-x' }, ['table', ['tbody', 0]]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    // At the last cell Tab leaves the text: nobody is held by a table.
    const go = (step: 1 | -1) => () => this.editor.isActive('table') && goToNextCell(step)(this.editor.state, this.editor.view.dispatch)
    return { Tab: go(1), 'Shift-Tab': go(-1) }
  },
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

const cell = (name: string, tag: string) =>
  Node.create({
    name,
    // No table within a table.
    content: 'inCell+',
    isolating: true,
    addAttributes: cellAttributes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ node, HTMLAttributes: { colspan, rowspan } }) => [
      tag,
      {
        colspan: colspan === 1 ? null : colspan,
        rowspan: rowspan === 1 ? null : rowspan,
        class: node.attrs['align'] === null ? null : `align-${node.attrs['align']}`,
      },
      0,
    ],
  })

export const TableCell = cell('tableCell', 'td')
export const TableHeader = cell('tableHeader', 'th')

const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' }

/** By this the table commands know which node is which. */
export const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
})

/** Rows of empty cells, the first of them a header. */
export function newTable({ schema }: Editor, rows: number, columns: number) {
  const row = (type: string) =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: columns }, () => schema.node(type, null, [schema.node('paragraph')])),
    )
  return schema.node('table', null, [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))])
}
