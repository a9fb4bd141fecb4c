import { type Editor, getMarkRange } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  splitCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import type { Act } from './acts.ts'
import { ask } from './ask.ts'
import { emojiPicker } from './emoji/picker.ts'
import { toggleCode } from './lists.ts'
import { isSafe } from './schema/marks.ts'
import { newTable } from './schema/tables.ts'

export interface Doors {
  /** Opens the page's chooser of files. */
  pickFiles(kind: 'picture' | 'file'): void
  loadEmoji(): Promise<string>
}

/** The acts that ask something first. */
export const askingActs = ({ pickFiles, loadEmoji }: Doors): Record<string, Act> => ({
  emoji: { run: askEmoji(emojiPicker(loadEmoji)) },
  link: { run: askLink, isOn: (editor) => editor.isActive('link') },
  video: { run: askVideo, can: (editor) => !editor.isActive('codeBlock') },
  picture: {
    run: (editor) => (pictureAt(editor) ? askPicture(editor) : pickFiles('picture')),
    isOn: (editor) => pictureAt(editor) !== null,
  },
  file: { run: () => pickFiles('file') },
  table: { run: askTable, isOn: (editor) => isInTable(editor.state) },
  codeBlock: { run: askCode, isOn: (editor) => editor.isActive('codeBlock') },
  ink: { run: (editor) => askColour(editor, 'ink'), isOn: (editor) => editor.isActive('ink') },
  highlight: { run: (editor) => askColour(editor, 'highlight'), isOn: (editor) => editor.isActive('highlight') },
})

const askEmoji = (pick: () => Promise<string>) => async (editor: Editor) => {
  const sign = await pick()
  editor.view.focus()
  if (sign !== '') editor.view.dispatch(editor.state.tr.insertText(sign))
}

/** As it is kept: signs that are not of an address are written as numbers, and who names a site alone means https. */
export function addressOf(typed: string): string {
  const href = typed.trim().replace(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(sign))
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(href) ? `https://${href}` : href
}

const isAddress = ({ href = '' }: Record<string, string>) => isSafe(addressOf(href))

export async function askLink(editor: Editor): Promise<void> {
  const { $from, from, to, empty } = editor.state.selection
  const type = editor.schema.marks['link']
  const range = (type && editor.isActive('link') && getMarkRange($from, type)) || { from, to }
  const chosen = editor.state.doc.textBetween(range.from, range.to, ' ')
  const before = String(editor.getAttributes('link')['href'] ?? '')
  const answer = await ask('link', { href: before, text: chosen }, { isRight: isAddress, extra: before !== '' })
  editor.view.focus()
  if (!answer || !type) return
  if (answer.pressed === 'remove') {
    editor.view.dispatch(editor.state.tr.removeMark(range.from, range.to, type))
    return
  }
  const mark = type.create({ href: addressOf(answer['href'] ?? '') })
  const text = (answer['text'] ?? '').trim() || (answer['href'] ?? '')
  const { tr } = editor.state
  if (empty && range.from === range.to) tr.insert(from, editor.schema.text(text, [mark]))
  else if (text !== chosen)
    tr.replaceWith(range.from, range.to, editor.schema.text(text, [...$from.marks().filter((each) => each.type !== type), mark]))
  else tr.removeMark(range.from, range.to, type).addMark(range.from, range.to, mark)
  editor.view.dispatch(tr)
}

/** Alone on its line the address becomes a player. */
async function askVideo(editor: Editor): Promise<void> {
  const answer = await ask('video', { href: '' }, { isRight: isAddress })
  editor.view.focus()
  if (!answer) return
  const href = addressOf(answer['href'] ?? '')
  const link = { type: 'paragraph', content: [{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }] }
  editor.commands.insertContent([link, { type: 'paragraph' }])
}

function pictureAt({ state }: Editor): number | null {
  const { selection } = state
  return selection instanceof NodeSelection && selection.node.type.name === 'picture' ? selection.from : null
}

export async function askPicture(editor: Editor): Promise<void> {
  const at = pictureAt(editor)
  const picture = at === null ? null : editor.state.doc.nodeAt(at)
  if (at === null || !picture) return
  const answer = await ask('picture', { alt: String(picture.attrs['alt']), caption: String(picture.attrs['caption']) })
  editor.view.focus()
  if (!answer || editor.state.doc.nodeAt(at)?.type !== picture.type) return
  const { tr } = editor.state
  if (answer.pressed === 'remove') tr.delete(at, at + picture.nodeSize)
  else tr.setNodeMarkup(at, null, { ...picture.attrs, alt: answer['alt'], caption: answer['caption'] })
  editor.view.dispatch(tr)
}

const tableActs = {
  ...{ addRowBefore, addRowAfter, addColumnBefore, addColumnAfter, deleteRow, deleteColumn },
  ...{ mergeCells, splitCell, toggleHeaderRow, toggleHeaderColumn, deleteTable },
}

async function askTable(editor: Editor): Promise<void> {
  if (isInTable(editor.state)) {
    const answer = await ask('tableEdit', {})
    editor.view.focus()
    const act = answer && tableActs[answer.pressed as keyof typeof tableActs]
    if (act) act(editor.state, editor.view.dispatch)
    return
  }
  const answer = await ask('table', {})
  editor.view.focus()
  if (!answer) return
  const within = (text: string | undefined, most: number) => Math.min(Math.max(Number.parseInt(text ?? '', 10) || 1, 1), most)
  const at = editor.state.selection.from
  editor.commands.insertContent([
    newTable(editor, within(answer['rows'], 50), within(answer['columns'], 20)).toJSON(),
    { type: 'paragraph' },
  ])
  // Into the first cell, which is where one goes on.
  let cell = -1
  editor.state.doc.nodesBetween(Math.max(at - 1, 0), editor.state.doc.content.size, (node, pos) => {
    if (cell === -1 && node.type.name === 'tableHeader') cell = pos
  })
  if (cell >= 0) editor.commands.setTextSelection(cell + 2)
}

async function askCode(editor: Editor): Promise<void> {
  const isCode = editor.isActive('codeBlock')
  const answer = await ask('codeBlock', { language: String(editor.getAttributes('codeBlock')['language'] ?? '') }, { extra: isCode })
  editor.view.focus()
  if (!answer) return
  if (answer.pressed === 'remove' || !isCode) toggleCode(editor)
  if (answer.pressed === 'ok') editor.commands.updateAttributes('codeBlock', { language: answer['language'] })
}

async function askColour(editor: Editor, name: 'ink' | 'highlight'): Promise<void> {
  const answer = await ask(name, {})
  editor.view.focus()
  if (!answer) return
  if (answer.pressed === 'none') editor.chain().unsetMark(name).run()
  else editor.chain().setMark(name, { colour: answer.pressed }).run()
}
