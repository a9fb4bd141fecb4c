/** A textarea into which more than its writer writes: never in the middle of a syllable, and the cursor stays by what it stood by. */
export function textSource(text) {
  let composing = false
  // Until somebody was in it, its cursor is nowhere: files go to the end.
  let visited = document.activeElement === text
  let waiting = []
  text.addEventListener('focus', () => {
    visited = true
  })
  text.addEventListener('compositionstart', () => {
    composing = true
  })
  text.addEventListener('compositionend', () => {
    composing = false
    const now = waiting
    waiting = []
    // After the syllable has become text.
    setTimeout(() => now.forEach(whenQuiet))
  })

  const whenQuiet = (work) => {
    if (composing) waiting.push(work)
    else work()
  }
  const write = (next, cursor) => {
    if (next === text.value) return
    const { scrollTop } = text
    text.value = next
    text.setSelectionRange(cursor, cursor)
    text.scrollTop = scrollTop
    text.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return {
    get value() {
      return text.value
    },
    whenQuiet,
    change: (next) => whenQuiet(() => write(next, Math.min(text.selectionEnd, next.length))),
    /** @param place (text, cursor) → `{ text, at }`: what becomes of it, and where something came in */
    insert(place) {
      const cursor = visited ? text.selectionEnd : text.value.length
      const { text: next, at } = place(text.value, cursor)
      write(next, cursor >= at ? cursor + next.length - text.value.length : cursor)
    },
  }
}
