import { askFor, createOffers, PAUSE_MS } from '../offers.js'

const parts = /[\s,#、，＃]+/u

/**
 * A field of tags offers how the word before the caret may go on (a combobox after ARIA's pattern). Nothing of what is typed is touched until one is
 * chosen, so that composing goes on undisturbed; without script it is a field.
 */
export function attach(field) {
  let asked = 0
  const word = () => field.value.slice(0, field.selectionStart).split(parts).at(-1)
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-expanded', 'false')
  const { show } = createOffers(field, {
    ...{ label: field.dataset.label, offered: field.dataset.offered },
    choose(option) {
      const end = field.selectionStart
      field.setRangeText(`${option.dataset.tag} `, end - word().length, end, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })

  field.addEventListener('input', async () => {
    const mine = ++asked
    const typed = word()
    await new Promise((wait) => setTimeout(wait, PAUSE_MS))
    if (mine !== asked) return
    const tags = typed === '' ? [] : await askFor(field.dataset.from, typed)
    if (mine === asked && document.activeElement === field) show(tags.map(optionOf))
  })
  field.addEventListener('blur', () => {
    asked += 1
    show([])
  })
}

function optionOf({ tag, count }) {
  const option = document.createElement('li')
  option.dataset.tag = tag
  option.append(`#${tag} `, Object.assign(document.createElement('small'), { textContent: count.toLocaleString() }))
  return option
}
