const GAP = 4
/** On a touch screen the editor's bar stands above the keyboard. */
const BAR = matchMedia('(pointer: coarse)').matches ? 60 : 0

/** A list beside the line in which one writes: below it, or above where the keyboard or the window's end would cover it. */
export function besideCaret(list, caret) {
  list.classList.add('offers--beside')
  const room = (list.offsetParent ?? document.body).getBoundingClientRect()
  const seen = window.visualViewport
  const end = (seen ? seen.offsetTop + seen.height : window.innerHeight) - BAR
  const height = list.offsetHeight
  const above = caret.bottom + GAP + height > end && caret.top - GAP - height > 0
  list.style.top = `${Math.round((above ? caret.top - GAP - height : caret.bottom + GAP) - room.top)}px`
  list.style.left = `${Math.max(0, Math.round(Math.min(caret.left - room.left, room.width - list.offsetWidth)))}px`
}

const copied = [
  'font',
  'letterSpacing',
  'lineHeight',
  'padding',
  'border',
  'boxSizing',
  'wordBreak',
  'overflowWrap',
  'textIndent',
  'tabSize',
]

/** Where the caret of a textarea is on the page: browsers tell it of nothing but what stands in the page itself. */
export function caretIn(field) {
  const twin = document.createElement('div')
  const style = getComputedStyle(field)
  for (const property of copied) twin.style[property] = style[property]
  Object.assign(twin.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', width: `${field.offsetWidth}px` })
  const mark = Object.assign(document.createElement('span'), { textContent: '\u200b' })
  twin.append(field.value.slice(0, field.selectionStart), mark)
  field.after(twin)
  const [at, box, own] = [mark, twin, field].map((each) => each.getBoundingClientRect())
  twin.remove()
  const top = own.top + at.top - box.top - field.scrollTop
  return { left: own.left + at.left - box.left, top, bottom: top + at.height }
}
