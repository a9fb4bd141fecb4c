import { thumbnail, upload } from '../send-file.js'

/** Files that are chosen, dropped or pasted go up at once; their Markdown lands where the cursor is. Without script the form carries them. */
export function attach(form) {
  const text = form.elements.body
  const picker = form.elements.images
  const status = form.querySelector('[data-upload-status]')
  const shelf = document.createElement('ul')
  shelf.className = 'thumbs'
  status.before(shelf)
  let queue = Promise.resolve()

  const take = (files) => {
    for (const file of files) {
      const thumb = shelf.appendChild(thumbnail(file))
      queue = queue.then(() => send(file, thumb))
    }
    return files.length > 0
  }

  const send = async (file, thumb) => {
    status.textContent = `${status.dataset.sending} ${file.name}`
    try {
      const { markdown } = await upload(file, form.elements._csrf.value, `${picker.dataset.uploadPath}&standing=${standingIn(text.value)}`)
      insert(text, markdown)
      status.textContent = `${status.dataset.sent} ${file.name}`
    } catch (error) {
      thumb.className = 'is-failed'
      status.textContent = `${status.dataset.failed} ${file.name}. ${error.message}`
    }
    thumb.removeAttribute('aria-busy')
  }

  const takeChosen = () => {
    if (take([...picker.files])) picker.value = ''
  }
  picker.addEventListener('change', takeChosen)
  // Chosen before this script came.
  takeChosen()
  text.addEventListener('paste', (event) => {
    // What a spreadsheet puts there besides its words is a picture of them.
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
    if (!event.clipboardData.types.includes('text/plain') && take(pictures)) event.preventDefault()
  })
  catchDrops(form, take)
}

function insert(text, markdown) {
  const before = text.value.slice(0, text.selectionEnd)
  const gap = before === '' || before.endsWith('\n\n') ? '' : '\n\n'
  text.setRangeText(`${gap}${markdown}\n\n`, text.selectionEnd, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}

/** How many files the text names already: each board has its limit. */
const standingIn = (text) => new Set(text.match(/\/files\/[0-9a-f]{32}\//g)).size

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
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    take([...event.dataTransfer.files])
  })
}
