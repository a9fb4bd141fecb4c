/** The tools of a comment: one stop of the tab key, arrows among them. What is large comes with the first press. */
export function attach(toolbar) {
  const text = document.getElementById(toolbar.dataset.formatFor)
  const buttons = () => [...toolbar.querySelectorAll('button')]
  toolbar.addEventListener('keydown', (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1 }
    const all = buttons()
    const at = all.indexOf(document.activeElement)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : at + (steps[event.key] ?? 0)
    if (to === at || !all[to]) return
    event.preventDefault()
    stop(all[to])
    all[to].focus()
  })
  const stop = (button) => {
    for (const each of buttons()) each.tabIndex = each === button ? 0 : -1
  }

  let pick
  const emoji = async () => {
    const { emojiPicker } = await import('../emoji.js')
    pick ??= emojiPicker(() => load(toolbar.dataset.emojiPath))
    insert(await pick())
  }
  const insert = (sign) => {
    text.focus()
    if (sign !== '' && !document.execCommand('insertText', false, sign))
      text.setRangeText(sign, text.selectionStart, text.selectionEnd, 'end')
  }
  let pickSticker
  const stickers = async ({ title, dataset }) => {
    const { stickerPicker } = await import('../stickers.js')
    pickSticker ??= stickerPicker({ title, ...dataset })
    insert(await pickSticker())
  }
  toolbar.addEventListener('click', ({ target }) => {
    const button = target.closest('button')
    if (!button) return
    stop(button)
    if (button.dataset.tool === 'emoji') void emoji()
    if (button.dataset.tool === 'stickers') void stickers(button)
  })
  const look = text.form.querySelector('[data-preview-path]')
  look.addEventListener('click', () => preview(look, text))
  // Sent: what was looked at is no more.
  text.form.addEventListener('taken', () => close(look, text))
}

async function load(path) {
  const response = await fetch(path)
  if (!response.ok) throw new Error(String(response.status))
  return response.text()
}

/** The text as it will look, in place of the text. */
async function preview(button, text) {
  if (button.getAttribute('aria-pressed') === 'true') {
    close(button, text)
    return text.focus()
  }
  const { form } = text
  const { postForm } = await import('../comments/post-form.js')
  const { status, answer } = await postForm(
    button.dataset.previewPath,
    new URLSearchParams({ body: text.value, _csrf: form.elements._csrf.value }),
  )
  if (status !== 200) return
  const place = form.querySelector('[data-preview]')
  // Made safe by the server, by the same rules as a stored comment.
  const said = Object.assign(document.createElement('div'), { className: 'said', innerHTML: answer.html })
  place.replaceChildren(said)
  place.hidden = false
  text.hidden = true
  button.setAttribute('aria-pressed', 'true')
  place.focus()
}

function close(button, text) {
  button.setAttribute('aria-pressed', 'false')
  text.form.querySelector('[data-preview]').hidden = true
  text.hidden = false
}
