/**
 * The list of what a field offers while one types, after ARIA's pattern: marked by the arrow keys, chosen by Enter or a press, gone with Escape. Nothing
 * is chosen by itself, so that Enter stays what it is in the field.
 */
export function createOffers(field, { label, offered, choose }) {
  const list = Object.assign(document.createElement('ul'), { id: `${field.id}-list`, className: 'offers', hidden: true })
  const status = Object.assign(document.createElement('p'), { className: 'hidden' })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  status.setAttribute('role', 'status')
  field.after(list, status)
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  let active = -1
  let composing = false

  const mark = (index) => {
    active = index
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index))
    if (index < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', list.children[index].id)
    list.children[index]?.scrollIntoView({ block: 'nearest' })
  }
  /** Elements, each with what `choose` is told of it. */
  const show = (options) => {
    for (const [index, option] of options.entries()) {
      option.id = `${list.id}-${index}`
      option.setAttribute('role', 'option')
    }
    list.replaceChildren(...options)
    list.hidden = options.length === 0
    // A textarea is no combobox, and opens nothing.
    if (field.getAttribute('role') === 'combobox') field.setAttribute('aria-expanded', String(!list.hidden))
    status.textContent = list.hidden ? '' : offered.replace('#', options.length)
    mark(-1)
  }
  const take = (option) => {
    // What is being composed would be written once more behind what is put in its place.
    if (composing) {
      field.blur()
      field.focus()
    }
    choose(option)
    show([])
  }

  const composed = ({ type }) => {
    composing = type === 'compositionstart'
  }
  const keyed = (event) => {
    if (event.isComposing || list.hidden || event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = list.children.length
    if (step) mark((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count)
    else if (event.key === 'Enter' && active >= 0) take(list.children[active])
    else if (event.key === 'Escape') show([])
    else return
    event.preventDefault()
    // The key was the list's: the form around it has its own meaning for Escape.
    event.stopPropagation()
  }
  field.addEventListener('compositionstart', composed)
  field.addEventListener('compositionend', composed)
  // Before an editor, to which an arrow or Enter says something else.
  field.addEventListener('keydown', keyed, { capture: true })
  // Before the field loses the focus to what is pressed.
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role="option"]')
    event.preventDefault()
    if (option) take(option)
  })
  const end = () => {
    field.removeEventListener('compositionstart', composed)
    field.removeEventListener('compositionend', composed)
    field.removeEventListener('keydown', keyed, { capture: true })
    list.remove()
    status.remove()
  }
  return { list, show, end }
}

export const PAUSE_MS = 120

/** What a door offers for these words; nothing when it can't be asked, or asks for a log-in. */
export const askFor = (door, words) =>
  fetch(`${door}?q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } })
    .then((answer) => (answer.ok ? answer.json() : []))
    .catch(() => [])
