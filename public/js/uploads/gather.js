/** All ways in which files come to a form: chosen, taken with the camera, dropped, pasted. `take` answers whether it took any. */
export function gather(form, { text, picker, take }) {
  const takeChosen = () => {
    if (take([...picker.files])) picker.value = ''
  }
  picker.addEventListener('change', takeChosen)
  // Chosen before this script came.
  takeChosen()
  useCamera(form.querySelector('[data-camera]'), take)
  text.addEventListener('paste', (event) => {
    // What a spreadsheet puts there besides its words is a picture of them.
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
    if (!event.clipboardData.types.includes('text/plain') && take(pictures)) event.preventDefault()
  })
  catchDrops(form, take)
}

/** A field of its own: one that asks for the camera can't be left to choose from the album. */
function useCamera(button, take) {
  const camera = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*' })
  camera.setAttribute('capture', 'environment')
  camera.addEventListener('change', () => {
    take([...camera.files])
    camera.value = ''
  })
  button?.addEventListener('click', () => camera.click())
}

/** Files may fall anywhere on the form; the browser may not open them in place of the page. */
function catchDrops(form, take) {
  const over = (on) => (event) => {
    if (!event.dataTransfer.types.includes('Files')) return
    if (on) event.preventDefault()
    form.classList.toggle('is-over', on)
  }
  form.addEventListener('dragover', over(true))
  form.addEventListener('dragleave', over(false))
  form.addEventListener('drop', (event) => {
    form.classList.remove('is-over')
    if (event.defaultPrevented || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    take([...event.dataTransfer.files])
  })
}
