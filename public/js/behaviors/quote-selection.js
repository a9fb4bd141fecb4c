const QUIET_MS = 200
const LONGEST = 500

/** Words that are selected in the post or in a comment offer to be quoted: they go into the form, and to whom they belong is answered. */
export function attach(section) {
  const form = section.querySelector('#comment-form')
  if (!form) return
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quote-button', hidden: true })
  button.textContent = section.dataset.quote
  let quoted = null
  let timer
  const hide = () => {
    button.hidden = true
  }
  const look = () => {
    quoted = selected()
    if (!quoted) return hide()
    // Beside the words in the order of the page too: the next press of the tab key comes to it.
    quoted.within.after(button)
    button.hidden = false
    const { bottom, right } = quoted.range.getBoundingClientRect()
    button.style.top = `${Math.min(bottom + 8, innerHeight - button.offsetHeight - 8)}px`
    button.style.left = `${Math.max(8, Math.min(right, innerWidth - 8) - button.offsetWidth)}px`
  }
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    if (document.activeElement !== button) timer = setTimeout(look, QUIET_MS)
  })
  addEventListener('scroll', hide, { passive: true })
  // The press must not take the selection away.
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    if (!quoted) return
    const { words, within } = quoted
    getSelection().removeAllRanges()
    hide()
    answer(form, within)
    put(form.elements.namedItem('body'), words)
  })
}

/** @returns {{ words: string, range: Range, within: Element } | null} within one text, not across two */
function selected() {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const around = range.commonAncestorContainer
  const within = (around instanceof Element ? around : around.parentElement)?.closest('.post .text, .comment .said')
  const words = selection.toString().trim()
  return within && words !== '' ? { words: words.slice(0, LONGEST), range, within } : null
}

/** Whoever has begun to write elsewhere goes on there. */
function answer(form, within) {
  const comment = within.closest('.comment')
  if (comment && form.elements.namedItem('body').value.trim() === '') comment.querySelector('a[data-reply]')?.click()
  form.scrollIntoView({ block: 'nearest' })
}

function put(text, words) {
  const quote = words
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
  const before = text.value.trimEnd()
  text.value = `${before === '' ? '' : `${before}\n\n`}${quote}\n\n`
  text.dispatchEvent(new Event('input', { bubbles: true }))
  text.focus()
  text.setSelectionRange(text.value.length, text.value.length)
}
