const PAUSE_MS = 120
const parts = /[\s,#、，＃]+/u

/**
 * A field of tags offers how the word before the caret may go on (a combobox after ARIA's pattern). Nothing of what is typed is touched until one is
 * chosen, so that composing goes on undisturbed; without script it is a field.
 */
export function attach(field) {
  const { list, status } = combobox(field)
  let asked = 0
  let active = -1

  const word = () => field.value.slice(0, field.selectionStart).split(parts).at(-1)
  const mark = (index) => {
    active = index
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index))
    if (index < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', list.children[index].id)
  }
  const show = (tags) => {
    list.replaceChildren(...tags.map((tag, index) => optionOf(tag, `${list.id}-${index}`)))
    list.hidden = tags.length === 0
    field.setAttribute('aria-expanded', String(tags.length > 0))
    status.textContent = tags.length > 0 ? field.dataset.offered.replace('#', tags.length) : ''
    mark(-1)
  }
  const choose = (option) => {
    const end = field.selectionStart
    field.setRangeText(`${option.dataset.tag} `, end - word().length, end, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    show([])
  }
  const ask = async () => {
    const mine = ++asked
    const typed = word()
    await new Promise((wait) => setTimeout(wait, PAUSE_MS))
    if (mine !== asked) return
    if (typed === '') return show([])
    const answer = await fetch(`${field.dataset.from}?q=${encodeURIComponent(typed)}`, { headers: { accept: 'application/json' } }).catch(
      () => null,
    )
    const tags = answer?.ok ? await answer.json() : []
    if (mine === asked && document.activeElement === field) show(tags)
  }

  field.addEventListener('input', ask)
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = list.children.length
    if (step) mark((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count)
    else if (event.key === 'Enter' && active >= 0) choose(list.children[active])
    else if (event.key === 'Escape') show([])
    else return
    event.preventDefault()
  })
  // Before the field loses the focus to what is pressed.
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role="option"]')
    event.preventDefault()
    if (option) choose(option)
  })
  field.addEventListener('blur', () => {
    asked += 1
    show([])
  })
}

function combobox(field) {
  const list = Object.assign(document.createElement('ul'), { id: `${field.id}-list`, className: 'offers', hidden: true })
  const status = Object.assign(document.createElement('p'), { className: 'hidden' })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.dataset.label)
  status.setAttribute('role', 'status')
  field.after(list, status)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ])
    field.setAttribute(name, value)
  return { list, status }
}

function optionOf({ tag, count }, id) {
  const option = Object.assign(document.createElement('li'), { id })
  option.setAttribute('role', 'option')
  option.dataset.tag = tag
  option.append(`#${tag} `, Object.assign(document.createElement('small'), { textContent: count.toLocaleString() }))
  return option
}
