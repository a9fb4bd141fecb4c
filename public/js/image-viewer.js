/** A dialog as large as the screen, over the given pictures. */
export function createViewer(labels, images) {
  const dialog = document.createElement('dialog')
  const picture = document.createElement('img')
  let index = 0
  const show = (wanted) => {
    index = (wanted + images.length) % images.length
    picture.src = images[index].src
    picture.alt = images[index].alt
  }
  const button = (label, sign, act) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = sign
    element.setAttribute('aria-label', label)
    element.addEventListener('click', act)
    return element
  }
  const step = (by) => () => show(index + by)
  dialog.className = 'viewer'
  dialog.setAttribute('aria-label', labels.enlarge)
  dialog.append(
    picture,
    button(labels.close, '×', () => dialog.close()),
  )
  if (images.length > 1) dialog.append(button(labels.previous, '‹', step(-1)), button(labels.next, '›', step(1)))
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(index - 1)
    if (key === 'ArrowRight') show(index + 1)
  })
  followThumb(dialog, picture, (by) => show(index + by))
  document.body.append(dialog)
  return {
    open(wanted) {
      show(wanted)
      dialog.showModal()
    },
  }
}

/** A swipe to either side turns the page; a press beside the picture closes. */
function followThumb(dialog, picture, turn) {
  let from = 0
  dialog.addEventListener('pointerdown', (event) => {
    from = event.clientX
  })
  dialog.addEventListener('pointerup', (event) => {
    const way = event.clientX - from
    if (event.pointerType !== 'mouse' && Math.abs(way) > 48) turn(way < 0 ? 1 : -1)
    else if (event.target === dialog) dialog.close()
  })
  picture.draggable = false
}
