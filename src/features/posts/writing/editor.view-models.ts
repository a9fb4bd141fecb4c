import type { Reader } from '../../../context.ts'
import { codeLanguages } from '../../../lib/html/allowed-classes.ts'
import { inks, marks } from '../../../lib/html/palette.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { editorTextPath } from '../posts.paths.ts'

interface Tool {
  act: string
  label: string
  /** As a keyboard says it, '' for none. */
  keys: string
  opens: boolean
}

/** What the writing page says of its editor (src/editor); the words of what its scripts show stand in it too. */
export interface EditorTools {
  renderPath: string
  groups: { label: string; tools: Tool[] }[]
  inks: { value: string; label: string }[]
  highlights: { value: string; label: string }[]
  languages: readonly string[]
  tableActs: { act: string; label: string }[]
}

const groups = {
  history: ['undo', 'redo'],
  headings: ['heading1', 'heading2', 'heading3'],
  letters: ['bold', 'italic', 'underline', 'strike', 'ink', 'highlight', 'code', 'cover', 'clear'],
  lists: ['bulletList', 'orderedList', 'taskList', 'quote'],
  sides: ['alignCenter', 'alignRight', 'alignJustify'],
  files: ['picture', 'file'],
  insert: ['link', 'video', 'emoji', 'table', 'codeBlock', 'fold', 'divider'],
} as const

type Act = (typeof groups)[keyof typeof groups][number]

const keys: Partial<Record<Act, string>> = {
  undo: 'Control+Z',
  redo: 'Control+Shift+Z',
  heading1: 'Control+Alt+1',
  heading2: 'Control+Alt+2',
  heading3: 'Control+Alt+3',
  bold: 'Control+B',
  italic: 'Control+I',
  underline: 'Control+U',
  strike: 'Control+Shift+X',
  code: 'Control+E',
  link: 'Control+K',
  bulletList: 'Control+Shift+8',
  orderedList: 'Control+Shift+7',
  taskList: 'Control+Shift+9',
  quote: 'Control+Shift+B',
  codeBlock: 'Control+Alt+C',
}

/** These ask something first. */
const asking = new Set<Act>(['ink', 'highlight', 'link', 'video', 'emoji', 'table', 'codeBlock'])

const tableActs = [
  ...(['addRowBefore', 'addRowAfter', 'addColumnBefore', 'addColumnAfter', 'deleteRow', 'deleteColumn'] as const),
  ...(['mergeCells', 'splitCell', 'toggleHeaderRow', 'toggleHeaderColumn', 'deleteTable'] as const),
]

export function editorTools({ t }: Pick<Reader, 't'>, mayUpload: boolean): EditorTools {
  const tool = (act: Act): Tool => ({ act, label: t(`editor.${act}`), keys: keys[act] ?? '', opens: asking.has(act) })
  return {
    renderPath: editorTextPath,
    groups: Object.entries(groups)
      .filter(([name]) => mayUpload || name !== 'files')
      .map(([name, acts]) => ({ label: t(`editor.group.${name}` as MessageKey), tools: acts.map(tool) })),
    inks: inks.map((value) => ({ value, label: t(`editor.ink.${value}`) })),
    highlights: marks.map((value) => ({ value, label: t(`editor.mark.${value}`) })),
    languages: codeLanguages,
    tableActs: tableActs.map((act) => ({ act, label: t(`editor.table.${act}`) })),
  }
}
