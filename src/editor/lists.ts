import type { Editor } from '@tiptap/core'

/** Where the points of lists begin in which something is chosen, the innermost of each. */
function itemsAt({ state }: Editor): number[] {
  const { doc, selection } = state
  const found = new Set<number>()
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (!node.isTextblock) return
    const $at = doc.resolve(at)
    for (let depth = $at.depth; depth > 0; depth -= 1) {
      if ($at.node(depth).type.name !== 'listItem') continue
      found.add($at.before(depth))
      break
    }
  })
  return [...found]
}

/** Points become tasks, tasks plain points; other lines become a list of tasks. */
export function toggleTasks(editor: Editor): void {
  editor.view.focus()
  if (itemsAt(editor).length === 0) editor.commands.toggleList('bulletList', 'listItem')
  const items = itemsAt(editor)
  const { tr, doc } = editor.state
  const areTasks = items.every((at) => doc.nodeAt(at)?.attrs['checked'] !== null)
  for (const at of items) tr.setNodeAttribute(at, 'checked', areTasks ? null : (doc.nodeAt(at)?.attrs['checked'] ?? false))
  editor.view.dispatch(tr)
}

/** Several lines become one block of code, not one each. */
export function toggleCode(editor: Editor): void {
  const { $from, $to } = editor.state.selection
  const range = $from.blockRange($to)
  if (editor.isActive('codeBlock') || !range || range.endIndex - range.startIndex < 2) {
    editor.chain().toggleNode('codeBlock', 'paragraph').run()
    return
  }
  const { tr, schema, doc } = editor.state
  const text = doc.textBetween(range.start, range.end, '\n', '\n')
  tr.replaceWith(range.start, range.end, schema.node('codeBlock', null, text === '' ? [] : schema.text(text)))
  editor.view.dispatch(tr)
  editor.view.focus()
}
