import type { NodeViewRenderer } from '@tiptap/core'

/** A point of a list; that of a list of tasks has a box to tick, which the words beside it name. */
export const taskView: NodeViewRenderer = ({ node: first, editor, getPos }) => {
  const dom = document.createElement('li')
  if (first.attrs['checked'] === null) {
    return { dom, contentDOM: dom, update: (node) => node.type === first.type && node.attrs['checked'] === null }
  }
  // No input: what a form holds is kept and compared by what stands around it.
  const box = document.createElement('span')
  box.className = 'task-box'
  box.setAttribute('role', 'checkbox')
  box.contentEditable = 'false'
  box.tabIndex = 0
  const contentDOM = document.createElement('div')
  dom.append(box, contentDOM)
  const show = (node: typeof first) => {
    box.setAttribute('aria-checked', String(node.attrs['checked']))
    box.setAttribute('aria-label', node.firstChild?.textContent ?? '')
    dom.dataset['checked'] = String(node.attrs['checked'])
  }
  const toggle = () => {
    const at = getPos()
    if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'checked', dom.dataset['checked'] !== 'true'))
  }
  box.addEventListener('click', toggle)
  box.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    toggle()
  })
  show(first)
  return {
    dom,
    contentDOM,
    stopEvent: (event) => event.target === box,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    update(node) {
      if (node.type !== first.type || node.attrs['checked'] === null) return false
      // While a syllable is being composed nothing around it changes: its name follows with the next change.
      if (!editor.view.composing) show(node)
      return true
    },
  }
}
