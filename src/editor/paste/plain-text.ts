import type { Editor } from '@tiptap/core'
import { Fragment, type Mark, type Schema, Slice } from '@tiptap/pm/model'
import { isSafe } from '../schema/marks.ts'

/** Lines stay lines, and what an empty one parts are paragraphs. */
export function linesOf(schema: Schema, text: string, marks: readonly Mark[]): Slice {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => {
      const lines = part.split('\n')
      const content = lines.flatMap((line, index) => [
        ...(index > 0 ? [schema.node('hardBreak')] : []),
        ...(line === '' ? [] : [schema.text(line, marks)]),
      ])
      return schema.node('paragraph', null, content)
    })
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

/** An address alone becomes a link: of the words that are chosen, or of itself. */
export function tookAddress(editor: Editor, data: DataTransfer | null): boolean {
  const href = data?.getData('text/plain').trim() ?? ''
  if (!/^https?:\/\/\S+$/.test(href) || editor.isActive('codeBlock')) return false
  const safe = href.replace(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(sign))
  if (!isSafe(safe)) return false
  const { state, view } = editor
  const mark = state.schema.mark('link', { href: safe })
  const { from, to, empty } = state.selection
  const tr = empty ? state.tr.replaceSelectionWith(state.schema.text(href, [mark]), false) : state.tr.addMark(from, to, mark)
  view.dispatch(tr.scrollIntoView())
  return true
}
