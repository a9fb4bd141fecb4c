import type { Editor } from '@tiptap/core'
import type { Fragment, Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { noSyllableOpen } from './no-syllable-open.ts'
import { readHtml } from './read-html.ts'

/** A file that has come up, and those that were chosen with it, by their keys. */
interface ReadyFile {
  stored: { kind: 'image' | 'video' | 'file'; path: string; name: string }
  after: string[]
  before: string[]
}

/** Files that come up are put into the editor rather than the field, as long as nothing is on its way from there. @returns what ends it */
export function takeReadyFiles(editor: Editor, field: HTMLTextAreaElement, inStep: { isBehind(): boolean; flush(): void }): () => void {
  const take = async (event: Event) => {
    if (inStep.isBehind()) return
    event.preventDefault()
    // A form that waits for its files is sent as soon as the last is told of: no moment is lost where none is needed.
    if (editor.view.composing) await noSyllableOpen(editor)
    if (editor.isDestroyed) return
    placeFile(editor, (event as CustomEvent<ReadyFile>).detail)
    inStep.flush()
  }
  field.addEventListener('fileready', take)
  return () => field.removeEventListener('fileready', take)
}

/**
 * Puts a file into the text as a block of its own: beside its neighbours of the same choice that are there already, whichever came first; else behind
 * the block in which somebody writes, or in place of an empty one.
 */
function placeFile(editor: Editor, file: ReadyFile): void {
  const { state, view } = editor
  const { content } = readHtml(editor.schema, markupOf(file.stored))
  view.dispatch(state.tr.insert(placeOf(state, file), content))
}

/** Behind the block in which somebody writes. */
export const putBehind = (state: EditorState, content: Fragment): Transaction => state.tr.insert(besideWriter(state), content)

function placeOf(state: EditorState, { after, before }: ReadyFile): number {
  const last = blocksWith(state.doc, after).at(-1)
  const [next] = blocksWith(state.doc, before)
  return last?.end ?? next?.start ?? besideWriter(state)
}

function besideWriter({ doc, selection: { $head } }: EditorState): number {
  const start = $head.depth > 0 ? $head.before(1) : $head.pos
  const block = doc.nodeAt(start)
  const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0
  return isEmpty ? start : start + (block?.nodeSize ?? 0)
}

/** Where blocks begin and end that name one of these files. */
function blocksWith(doc: Node, keys: readonly string[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  doc.forEach((block, start) => {
    let isNamed = false
    block.descendants((node) => {
      const paths = [node.attrs['src'], ...node.marks.map(({ attrs }) => attrs['href'])]
      isNamed ||= paths.some((path) => keys.some((key) => String(path).startsWith(`/files/${key}/`)))
      return !isNamed
    })
    if (isNamed) found.push({ start, end: start + block.nodeSize })
  })
  return found
}

function markupOf({ kind, path, name }: ReadyFile['stored']): string {
  const block = document.createElement('p')
  const words = kind === 'file' ? name : name.replace(/\.[a-z\d]+$/, '')
  if (kind === 'image') block.append(Object.assign(new Image(), { alt: words }))
  else if (kind === 'video') block.append(document.createElement('video'))
  else block.append(Object.assign(document.createElement('a'), { textContent: words }))
  const shown = block.firstElementChild
  shown?.setAttribute(kind === 'file' ? 'href' : 'src', path)
  if (kind === 'video') shown?.setAttribute('aria-label', words)
  return block.outerHTML
}
