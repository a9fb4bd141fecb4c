/** Lets somebody pick one of the owner's stickers. Comes with the first press. @returns what is written for it, '' for none */
export function stickerPicker({ path, css, title, close }) {
  let dialog
  return async () => {
    dialog ??= await open({ path, css, title, close })
    return new Promise((resolve) => {
      dialog.returnValue = ''
      dialog.onclose = () => resolve(dialog.returnValue)
      dialog.showModal()
    })
  }
}

async function open({ path, css, title, close }) {
  const response = await fetch(path)
  if (!response.ok) throw new Error(String(response.status))
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const sets = page.querySelector('[data-sticker-sets]')
  const dialog = Object.assign(document.createElement('dialog'), { className: 'sticker-picker' })
  dialog.setAttribute('aria-label', title)
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: css }))
  for (const item of sets?.querySelectorAll('[data-code]') ?? []) {
    const button = Object.assign(document.createElement('button'), { type: 'button', value: item.dataset.code })
    button.append(item.querySelector('img'))
    item.replaceChildren(button)
  }
  const end = Object.assign(document.createElement('button'), { type: 'button', className: 'button button--quiet', textContent: close })
  dialog.append(...(sets ? [sets] : []), end)
  dialog.addEventListener('click', ({ target }) => {
    const button = target.closest('button')
    if (button || target === dialog) dialog.close(button?.value ?? '')
  })
  document.body.append(dialog)
  return dialog
}
