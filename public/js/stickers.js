/** Lets somebody pick one of the owner's stickers. Comes with the first press. @returns what is written for it, '' for none */
export function stickerPicker({ path, css, title, close, find }) {
  let dialog
  return async () => {
    dialog ??= await open({ path, css, title, close, find })
    return new Promise((resolve) => {
      dialog.returnValue = ''
      dialog.onclose = () => resolve(dialog.returnValue)
      const field = dialog.querySelector('[type="search"]')
      if (field?.value) {
        field.value = ''
        field.dispatchEvent(new Event('input'))
      }
      dialog.showModal()
    })
  }
}

/** Fewer are seen at one glance. */
const SEARCHED_FROM = 9

async function open({ path, css, title, close, find }) {
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
  const many = sets?.querySelectorAll('[data-code]').length >= SEARCHED_FROM
  dialog.append(...(many ? [searchOf(sets, find)] : []), ...(sets ? [sets] : []), end)
  dialog.addEventListener('click', ({ target }) => {
    const button = target.closest('button')
    if (button || target === dialog) dialog.close(button?.value ?? '')
  })
  document.body.append(dialog)
  return dialog
}

/** By what a sticker says, or how it is written; Enter takes the first that is left. */
function searchOf(sets, label) {
  const field = Object.assign(document.createElement('input'), { type: 'search', className: 'field', placeholder: label })
  field.setAttribute('aria-label', label)
  field.addEventListener('input', () => {
    const wanted = field.value.normalize().trim().toLowerCase()
    for (const item of sets.querySelectorAll('[data-code]'))
      item.hidden = ![item.querySelector('img').alt, item.dataset.code].some((words) => words.toLowerCase().includes(wanted))
    for (const set of sets.querySelectorAll('section')) set.hidden = !set.querySelector('[data-code]:not([hidden])')
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    sets.querySelector('[data-code]:not([hidden]) button')?.click()
  })
  return field
}
