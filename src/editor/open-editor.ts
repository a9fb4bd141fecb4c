import { Editor, Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo, undo } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { caretOf } from './caret.ts'
import { keepInStep } from './in-step.ts'
import { cleanHtml } from './paste/clean.ts'
import { linesOf, tookAddress } from './paste/plain-text.ts'
import { takeReadyFiles } from './place-files.ts'
import { readHtml } from './read-html.ts'
import { schema, textExtensions } from './schema/schema.ts'

export interface EditorOptions {
  /** The field that is sent. */
  field: HTMLTextAreaElement
  /** Where the editor stands. */
  place: HTMLElement
  label: string
  /** What the field held when it was asked for, and the server's markup of it. */
  source: string
  html: string
  render(source: string): Promise<string>
  /** Files that were pasted or dropped; false: there is no way for them. */
  takeFiles(files: File[]): boolean
}

const BAR_PX = 96

const Writing = Extension.create({
  name: 'writing',
  addProseMirrorPlugins: () => [history(), dropCursor({ class: 'drop-cursor', color: false }), gapCursor()],
  addKeyboardShortcuts() {
    const back = () => undo(this.editor.state, this.editor.view.dispatch)
    const again = () => redo(this.editor.state, this.editor.view.dispatch)
    return { 'Mod-z': back, 'Mod-Shift-z': again, 'Mod-y': again }
  },
})

/** The editor over a field. It brings no style of its own and asks nobody: what it needs, it is handed. */
export function openEditor({ field, place, label, source, html, render, takeFiles }: EditorOptions) {
  const editor: Editor = new Editor({
    element: place,
    extensions: [...textExtensions, Writing],
    content: readHtml(schema, html).toJSON(),
    injectCSS: false,
    editorProps: {
      handlePaste: (_view, event) => tookPictures(event.clipboardData, takeFiles) || tookAddress(editor, event.clipboardData),
      transformPastedHTML: cleanHtml,
      // What one writes is not behind the bar, wherever that stands.
      scrollMargin: BAR_PX,
      scrollThreshold: BAR_PX,
      clipboardTextParser: (text, $context) => linesOf(editor.schema, text, $context.marks()),
      handleClick: (view, _position, event) => beganBelow(view, event),
      handleDrop: (_view, event, _slice, moved) => !moved && tookPictures(event.dataTransfer, takeFiles),
      attributes: { class: 'text editor__text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, id: 'editor-text' },
    },
  })
  const inStep = keepInStep(editor, field, source, render)
  const leaveFiles = takeReadyFiles(editor, field, inStep)
  return {
    editor,
    caret: caretOf(editor),
    flush: inStep.flush,
    close() {
      leaveFiles()
      inStep.stop()
      editor.destroy()
    },
  }
}

/** What a spreadsheet or a word processor puts there besides its words is a picture of them. */
function tookPictures(data: DataTransfer | null, takeFiles: (files: File[]) => boolean): boolean {
  const files = [...(data?.files ?? [])]
  const hasWords = data?.types.includes('text/html') || data?.types.includes('text/plain')
  return files.length > 0 && !hasWords && takeFiles(files)
}

/** Below a quote, a table, a block of code nothing could be written that isn't part of it: a press there begins a paragraph. */
function beganBelow({ dom, state, dispatch }: EditorView, { clientY }: MouseEvent): boolean {
  const { doc, tr } = state
  const isBelow = clientY > (dom.lastElementChild?.getBoundingClientRect().bottom ?? 0)
  if (!isBelow || doc.lastChild?.type.name === 'paragraph') return false
  const end = doc.content.size
  const begun = tr.insert(end, state.schema.nodes['paragraph']?.create() ?? [])
  dispatch(begun.setSelection(TextSelection.create(begun.doc, end + 1)).scrollIntoView())
  return true
}
