import type { Editor } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import { Selection, type Transaction } from '@tiptap/pm/state'
import { toMarkdown } from './markdown/blocks.ts'
import { noSyllableOpen } from './no-syllable-open.ts'
import { putBehind } from './place-files.ts'
import { readHtml } from './read-html.ts'

/** Letters come in bursts; what listens to the field counts, saves and compares. */
const PAUSE_MS = 400
/** Who types without a pause is kept all the same, between two syllables. */
const LONGEST_MS = 2_000

export interface InStep {
  /** Writes what stands in the editor into the field, now. Changes nothing in the editor, so that it may come at any time. */
  flush(): void
  /** Whether the field is the newer of the two. */
  isBehind(): boolean
  stop(): void
}

/**
 * The field is what is sent, kept and counted; the editor is where one writes. Both ways: what is written goes into the field, after a pause and never
 * in the middle of a syllable, and what others put there (a draft, a picture that has come up) comes into the editor, as soon as no syllable is open.
 */
export function keepInStep(
  editor: Editor,
  field: HTMLTextAreaElement,
  opened: string,
  render: (source: string) => Promise<string>,
): InStep {
  let written = opened
  let dirtySince: number | null = null
  let isOurs = false
  let taking: { value: string; added: string | null } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(timer)
    if (dirtySince === null || (taking && taking.added === null)) return
    const own = toMarkdown(editor.state.doc)
    // What is on its way into the editor is not lost to a form that is sent meanwhile.
    if (taking) taking.value = own === '' ? taking.value : `${own}\n\n${taking.added?.trim()}\n`
    write(taking ? taking.value : own)
    if (!taking) dirtySince = null
  }
  const write = (value: string) => {
    if (!taking) written = value
    if (field.value === value) return
    field.value = value
    isOurs = true
    field.dispatchEvent(new Event('input', { bubbles: true }))
    isOurs = false
  }
  const flushLater = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (editor.view.composing || taking ? flushLater() : flush()), PAUSE_MS)
  }

  const take = async (): Promise<void> => {
    const value = field.value
    const added = addedTo(written, value)
    const mine = { value, added }
    taking = mine
    const html = await render(added ?? value).catch(() => null)
    await noSyllableOpen(editor)
    if (editor.isDestroyed) return
    if (field.value !== mine.value) return take()
    taking = null
    if (html === null) return
    const { content } = readHtml(editor.schema, html)
    written = mine.value
    editor.view.dispatch(added === null ? replaced(editor, content) : putBehind(editor.state, content))
    dirtySince = added === null ? null : performance.now()
    if (added !== null) flushLater()
  }

  const changed = () => {
    dirtySince ??= performance.now()
    if (!editor.view.composing && performance.now() - dirtySince > LONGEST_MS) flush()
    else flushLater()
  }
  const putIn = () => {
    if (!isOurs && field.value !== written && !taking) void take()
  }
  const syllableClosed = () => {
    if (dirtySince !== null && performance.now() - dirtySince > LONGEST_MS) flush()
  }
  editor.on('update', changed)
  // Whatever is pressed beside the editor may change the field.
  editor.on('blur', flush)
  editor.view.dom.addEventListener('compositionend', syllableClosed)
  field.addEventListener('input', putIn)
  // What came while the editor was on its way.
  putIn()
  return {
    flush,
    isBehind: () => taking !== null,
    stop() {
      flush()
      clearTimeout(timer)
      field.removeEventListener('input', putIn)
    },
  }
}

/** Lines that were put between others; null: the text was changed in another way, if only within one of its lines. */
function addedTo(before: string, after: string): string | null {
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  const rest = before.slice(start)
  if (after.length < before.length || !after.endsWith(rest)) return null
  const added = after.slice(start, after.length - rest.length)
  const begins = start === 0 || before[start - 1] === '\n' || added.startsWith('\n')
  const ends = rest === '' || rest.startsWith('\n') || added.endsWith('\n')
  return begins && ends ? added : null
}

/** One step, which can be undone. */
function replaced({ state }: Editor, content: Fragment): Transaction {
  const tr = state.tr.replaceWith(0, state.doc.content.size, content)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(state.selection.from, tr.doc.content.size))))
}
