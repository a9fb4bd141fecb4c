import type { Editor } from '@tiptap/core'

const SOON_MS = 60

/** When no syllable is being composed, or the editor is gone. */
export async function noSyllableOpen(editor: Editor): Promise<void> {
  while (!editor.isDestroyed && editor.view.composing) await new Promise((wait) => setTimeout(wait, SOON_MS))
}
