import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { isInTable, selectedRect, setCellAttr } from '@tiptap/pm/tables'
import { findWrapping, liftTarget } from '@tiptap/pm/transform'

type Side = 'center' | 'right' | 'justify'

const isBox = (node: Node): boolean => node.type.name === 'aligned'

/** How what is chosen stands: in a table its cells, elsewhere its blocks. */
export function sideOf({ state }: Editor): string | null {
  if (isInTable(state)) {
    const { map, table, left, top } = selectedRect(state)
    const at = map.map[top * map.width + left]
    return at === undefined ? null : ((table.nodeAt(at)?.attrs['align'] as string | null) ?? null)
  }
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) if (isBox($from.node(depth))) return String($from.node(depth).attrs['side'])
  return null
}

/** The same side once more puts it back. */
export function align(editor: Editor, side: Side): void {
  const wished = sideOf(editor) === side ? null : side
  editor.view.focus()
  if (isInTable(editor.state)) {
    setCellAttr('align', wished)(editor.state, editor.view.dispatch)
    return
  }
  const { tr, schema } = editor.state
  const boxed = tr.selection.$from.blockRange(tr.selection.$to, isBox)
  const target = boxed && liftTarget(boxed)
  if (boxed && target !== null && target !== undefined) tr.lift(boxed, target)
  if (wished !== null) wrap(tr, schema.nodes['aligned'], wished)
  editor.view.dispatch(tr.scrollIntoView())
}

/** Around the smallest part that may stand in a box: the first words of a list's point may not, but the list may. */
function wrap(tr: Editor['state']['tr'], type: import('@tiptap/pm/model').NodeType | undefined, side: Side): void {
  const { $from, $to } = tr.selection
  if (!type) return
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth -= 1) {
    const ancestor = $from.node(depth)
    const range = $from.blockRange($to, (node) => node === ancestor)
    const wrapping = range && findWrapping(range, type, { side })
    if (range && wrapping?.length === 1) {
      tr.wrap(range, wrapping)
      return
    }
  }
}
