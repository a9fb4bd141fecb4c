/** Pictures that are chosen, dropped or pasted go up at once; their Markdown lands where the cursor is. Without script the form carries them. */
export function attach(form) {
  const text = form.elements.body
  const picker = form.elements.images
  const status = form.querySelector('[data-upload-status]')
  let queue = Promise.resolve()

  const send = (files) => {
    const images = [...files].filter((file) => file.type.startsWith('image/'))
    for (const image of images) queue = queue.then(() => sendOne(image))
    return images.length > 0
  }

  const sendOne = async (image) => {
    status.textContent = `${status.dataset.sending} ${image.name}`
    try {
      const body = new FormData()
      body.append('_csrf', form.elements._csrf.value)
      body.append('file', image)
      const response = await fetch('/uploads', {
        method: 'POST',
        body,
        headers: { 'X-Requested-With': 'fetch', Accept: 'application/json' },
      })
      const answer = await response.json()
      if (!response.ok) throw new Error(answer.error)
      insert(answer.markdown)
      status.textContent = `${status.dataset.sent} ${image.name}`
    } catch (error) {
      status.textContent = `${status.dataset.failed} ${image.name}. ${error.message}`
    }
  }

  const insert = (markdown) => {
    const before = text.value.slice(0, text.selectionEnd)
    const gap = before === '' || before.endsWith('\n\n') ? '' : '\n\n'
    text.setRangeText(`${gap}${markdown}\n\n`, text.selectionEnd, text.selectionEnd, 'end')
    text.dispatchEvent(new Event('input', { bubbles: true }))
  }

  picker.addEventListener('change', () => {
    if (send(picker.files)) picker.value = ''
  })
  text.addEventListener('paste', (event) => {
    if (send(event.clipboardData.files)) event.preventDefault()
  })
  text.addEventListener('dragover', (event) => event.preventDefault())
  text.addEventListener('drop', (event) => {
    if (send(event.dataTransfer.files)) event.preventDefault()
  })
}
