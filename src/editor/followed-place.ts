import type { Editor } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/**
 * Puts blocks behind the one in which somebody writes. Pictures come up one after the other: each stands behind the one before, as long as its writer
 * is where they were.
 */
export function followedPlace(editor: Editor) {
  let last: { block: number; end: number } | null = null
  editor.on('transaction', ({ transaction: { mapping } }) => {
    if (last) last = { block: mapping.map(last.block, -1), end: mapping.map(last.end) }
  })
  return (tr: Transaction, content: Fragment): Transaction => {
    const { $head } = tr.selection
    const block = $head.depth > 0 ? $head.before(1) : $head.pos
    const node = tr.doc.nodeAt(block)
    const isEmpty = node?.type.name === 'paragraph' && node.content.size === 0
    const at = last?.block === block ? last.end : isEmpty ? block : block + (node?.nodeSize ?? 0)
    tr.insert(at, content)
    // It has not been dispatched yet: what is noted here goes with the mapping of the steps that come after.
    queueMicrotask(() => {
      last = { block: isEmpty ? tr.mapping.map(block) : block, end: at + content.size }
    })
    return tr
  }
}
