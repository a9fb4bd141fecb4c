import { thumbnail, upload } from '../send-image.js'

/** Pictures that are chosen, dropped or pasted go up at once; their Markdown lands where the cursor is. Without script the form carries them. */
export function attach(form) {
  const text = form.elements.body
  const picker = form.elements.images
  const status = form.querySelector('[data-upload-status]')
  const shelf = document.createElement('ul')
  shelf.className = 'thumbs'
  status.before(shelf)
  let queue = Promise.resolve()

  const take = (files) => {
    const images = [...files].filter((file) => file.type.startsWith('image/'))
    for (const image of images) {
      const thumb = shelf.appendChild(thumbnail(image))
      queue = queue.then(() => send(image, thumb))
    }
    return images.length > 0
  }

  const send = async (image, thumb) => {
    status.textContent = `${status.dataset.sending} ${image.name}`
    try {
      const { markdown } = await upload(image, form.elements._csrf.value)
      insert(text, markdown)
      status.textContent = `${status.dataset.sent} ${image.name}`
    } catch (error) {
      thumb.className = 'is-failed'
      status.textContent = `${status.dataset.failed} ${image.name}. ${error.message}`
    }
    thumb.removeAttribute('aria-busy')
  }

  picker.addEventListener('change', () => {
    if (take(picker.files)) picker.value = ''
  })
  text.addEventListener('paste', (event) => {
    if (take(event.clipboardData.files)) event.preventDefault()
  })
  catchDrops(form, take)
}

function insert(text, markdown) {
  const before = text.value.slice(0, text.selectionEnd)
  const gap = before === '' || before.endsWith('\n\n') ? '' : '\n\n'
  text.setRangeText(`${gap}${markdown}\n\n`, text.selectionEnd, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Files may fall anywhere on the form. One that is no picture is not taken, nor may the browser open it in place of the page. */
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
    take(event.dataTransfer.files)
  })
}
