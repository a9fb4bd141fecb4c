/** Buttons that put Markdown around what is selected (`data-before`, `data-after`) or in front of its lines (`data-line`). */
export function attach(toolbar) {
  const text = document.getElementById(toolbar.dataset.formatFor)
  toolbar.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-line], button[data-before]')
    if (!button) return
    text.focus()
    if (button.dataset.line) markLines(text, button.dataset.line)
    else wrap(text, button.dataset)
  })
}

/** `block` is what stands on lines of its own around several lines. */
function wrap(text, { before, after, block }) {
  const { selectionStart: start, selectionEnd: end } = text
  const chosen = text.value.slice(start, end)
  if (block && chosen.includes('\n')) return type(text, `${block}\n${chosen}\n${block}`)
  type(text, before + chosen + after)
  // Nothing was chosen: the next letters go between the marks.
  const from = start + before.length
  text.setSelectionRange(from, from + chosen.length)
}

function markLines(text, mark) {
  const start = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1
  const end = text.selectionEnd
  const lines = text.value.slice(start, end).split('\n')
  const marked = lines.every((line) => line.startsWith(mark))
  text.setSelectionRange(start, end)
  type(text, lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join('\n'))
}

/** Old as it is, `insertText` is the one way that undo takes back. */
function type(text, words) {
  if (document.execCommand('insertText', false, words)) return
  text.setRangeText(words)
  text.dispatchEvent(new Event('input', { bubbles: true }))
}
