/** What stands around the picture: where one is, the original, download, larger, close; the pictures before and after; what it shows. */
export function createControls(words, total, { close, turn, zoom }) {
  const bar = element('div', 'viewer__bar')
  const count = element('p', 'viewer__count')
  const caption = element('p', 'viewer__caption')
  const original = link(words.original)
  const download = link(words.download)
  original.target = '_blank'
  original.rel = 'noopener'
  download.download = ''
  count.setAttribute('role', 'status')
  const closing = button(words.close, '', '×', close)
  closing.autofocus = true
  bar.append(count, original, download, button(words.zoom, '', '⤢', zoom), closing)
  const sides =
    total > 1
      ? [
          button(words.previous, 'viewer__side', '‹', () => turn(-1)),
          button(words.next, 'viewer__side viewer__side--next', '›', () => turn(1)),
        ]
      : []
  return {
    bar,
    caption,
    sides,
    show(index, { path, alt }) {
      count.textContent = `${index + 1} / ${total}`
      original.href = path
      download.href = path
      caption.textContent = alt
      caption.hidden = alt === ''
    },
  }
}

function element(tag, className) {
  const made = document.createElement(tag)
  made.className = className
  return made
}

function link(label) {
  const made = element('a', 'viewer__link')
  made.textContent = label
  return made
}

function button(label, className, sign, act) {
  const made = element('button', className)
  made.type = 'button'
  made.textContent = sign
  made.setAttribute('aria-label', label)
  made.addEventListener('click', act)
  return made
}
