import { createControls } from './controls.js'
import { followFingers } from './gestures.js'
import { closeByBack } from './history.js'
import { createZoom } from './zoom.js'

/** A dialog as large as the screen, over the pictures of one text. The browser keeps the focus in it, and gives it back. */
export function createViewer(words, pictures) {
  const dialog = document.createElement('dialog')
  const stage = document.createElement('div')
  const picture = document.createElement('img')
  const zoom = createZoom(stage, picture)
  const controls = createControls(words, pictures.length, {
    close: () => dialog.close(),
    turn: (by) => show(index + by),
    zoom: () => zoom.toggle(),
  })
  let index = 0

  function show(wanted) {
    index = (wanted + pictures.length) % pictures.length
    const { path, alt } = pictures[index]
    zoom.reset()
    picture.src = path
    picture.alt = alt
    controls.show(index, pictures[index])
    for (const beside of [index + 1, index - 1]) prefetch(pictures[(beside + pictures.length) % pictures.length].path)
  }

  dialog.className = 'viewer'
  dialog.setAttribute('aria-label', words.viewer)
  stage.className = 'viewer__stage'
  picture.draggable = false
  stage.append(picture)
  dialog.append(controls.bar, stage, ...controls.sides, controls.caption)
  dialog.addEventListener('keydown', (event) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act({ turn: (by) => show(index + by), zoom })
  })
  followFingers(stage, picture, { zoom, turn: (by) => show(index + by), close: () => dialog.close() })
  document.body.append(dialog)
  const enter = closeByBack(dialog)
  dialog.addEventListener('close', () => pictures[index].link.focus({ preventScroll: pictures.length === 1 }))

  return {
    open(wanted) {
      show(wanted)
      dialog.showModal()
      enter()
    },
  }
}

const keys = {
  ArrowLeft: ({ turn }) => turn(-1),
  ArrowRight: ({ turn }) => turn(1),
  '+': ({ zoom }) => zoom.by(1.5),
  '=': ({ zoom }) => zoom.by(1.5),
  '-': ({ zoom }) => zoom.by(1 / 1.5),
  0: ({ zoom }) => zoom.reset(),
}

const prefetch = (path) => {
  new Image().src = path
}
