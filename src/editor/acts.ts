import type { Editor } from '@tiptap/core'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import { isInTable } from '@tiptap/pm/tables'
import { align, sideOf } from './align.ts'
import { toggleTasks } from './lists.ts'
import { taskAt } from './schema/lists.ts'
import { unfold } from './schema/parts.ts'

/** What a button does, whether it stands pressed, and whether it can be pressed here. */
export interface Act {
  run(editor: Editor): unknown
  isOn?(editor: Editor): boolean
  can?(editor: Editor): boolean
}

const mark = (name: string): Act => ({
  run: (editor) => editor.chain().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
  can: (editor) => editor.can().toggleMark(name),
})

const heading = (level: number): Act => ({
  run: (editor) => editor.chain().toggleNode('heading', 'paragraph', { level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
  can: (editor) => editor.can().toggleNode('heading', 'paragraph', { level }),
})

const list = (name: string): Act => ({
  run: (editor) => editor.chain().toggleList(name, 'listItem').run(),
  isOn: (editor) => editor.isActive(name) && taskAt(editor.state.selection.$from) === null,
})

const side = (name: 'center' | 'right' | 'justify'): Act => ({
  run: (editor) => align(editor, name),
  isOn: (editor) => sideOf(editor) === name,
  can: (editor) => name !== 'justify' || !isInTable(editor.state),
})

/** The acts that ask nothing; those that do stand in dialogs.ts. */
export const plainActs: Record<string, Act> = {
  undo: { run: (editor) => undo(editor.state, editor.view.dispatch), can: (editor) => undoDepth(editor.state) > 0 },
  redo: { run: (editor) => redo(editor.state, editor.view.dispatch), can: (editor) => redoDepth(editor.state) > 0 },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  bold: mark('bold'),
  italic: mark('italic'),
  underline: mark('underline'),
  strike: mark('strike'),
  code: mark('code'),
  cover: mark('cover'),
  bulletList: list('bulletList'),
  orderedList: list('orderedList'),
  taskList: { run: toggleTasks, isOn: (editor) => taskAt(editor.state.selection.$from) !== null },
  quote: { run: (editor) => editor.chain().toggleWrap('blockquote').run(), isOn: (editor) => editor.isActive('blockquote') },
  alignCenter: side('center'),
  alignRight: side('right'),
  alignJustify: side('justify'),
  divider: {
    run: (editor) =>
      editor
        .chain()
        .focus()
        .insertContent([{ type: 'horizontalRule' }, { type: 'paragraph' }])
        .run(),
  },
  fold: { run: fold, isOn: (editor) => editor.isActive('fold') },
  clear: { run: (editor) => editor.chain().unsetAllMarks().clearNodes().run() },
}

/** The chosen blocks under a title that one writes first. */
function fold(editor: Editor): void {
  editor.view.focus()
  if (editor.isActive('fold')) {
    unfold(editor)
    return
  }
  const { $from, $to } = editor.state.selection
  const range = $from.blockRange($to)
  if (!range) return
  const { tr, schema } = editor.state
  const blocks = Array.from({ length: range.endIndex - range.startIndex }, (_, index) => range.parent.child(range.startIndex + index))
  if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, schema.nodes['fold'] ?? range.parent.type)) return
  const made = schema.nodes['fold']?.createChecked(null, [schema.node('foldTitle'), ...blocks])
  if (!made) return
  tr.replaceWith(range.start, range.end, made)
  editor.view.dispatch(tr)
  editor.commands.setTextSelection(range.start + 2)
}
