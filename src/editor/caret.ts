import type { Editor } from '@tiptap/core'
import { noSyllableOpen } from './no-syllable-open.ts'

/** Where one writes, for whoever offers how a word may go on (public/js/mentions/offer-names.js). Nothing but `replace` changes anything. */
export interface Caret {
  /** The words of its block before it; null where something is selected, and in code, which calls nobody. */
  before(): string | null
  /** On the screen. */
  place(): { left: number; top: number; bottom: number }
  /** Once what is being composed stands in the text. */
  settled(): Promise<void>
  /** Of the letters before it. */
  replace(letters: number, by: string): void
  /** @returns what ends it */
  listen(changed: () => void): () => void
}

export function caretOf(editor: Editor): Caret {
  return {
    before() {
      const { empty, $from } = editor.state.selection
      const isCode = $from.parent.type.spec.code || $from.marks().some(({ type }) => type.spec.code)
      if (!empty || isCode || !$from.parent.inlineContent) return null
      return $from.parent.textBetween(0, $from.parentOffset, '\n', '\n')
    },
    place: () => editor.view.coordsAtPos(editor.state.selection.from),
    settled: () => noSyllableOpen(editor),
    replace(letters, by) {
      const { from } = editor.state.selection
      editor.view.dispatch(editor.state.tr.insertText(by, from - letters, from).scrollIntoView())
    },
    listen(changed) {
      editor.on('update', changed)
      return () => void editor.off('update', changed)
    },
  }
}
