import { asServed } from '../as-served.js'

/** Keeps what is being written in this tab, by the form's address, until the server has taken it; asks before leaving with text unsent. */
export function attach(form) {
  // A field named "action" hides the form's own property of that name.
  const key = `draft:${form.dataset.draft ?? new URL(form.getAttribute('action'), location.href).pathname}`
  const fields = fieldsOf(form)
  const served = fieldsOf(asServed(form))
  const texts = fields.filter((field) => field.matches('input[type="text"], textarea'))
  const written = () => JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, typedIn(field)])))
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  // What the server sent back is newer than what this tab remembers, and what was typed before this script came is newer still.
  if (kept && (form.dataset.fresh !== undefined || texts.every((field) => field.defaultValue === ''))) {
    for (const [index, field] of fields.entries())
      if (field.name in kept && typedIn(field) === typedIn(served[index])) giveBack(field, kept[field.name])
  }
  let sending = false
  form.addEventListener('input', () => sessionStorage.setItem(key, written()))
  form.addEventListener('submit', () => {
    sending = true
    // Should the answer be the log-in page, it puts this back (return-draft.js).
    sessionStorage.setItem(`sent:${key}`, written())
    sessionStorage.removeItem(key)
  })
  addEventListener('beforeunload', (event) => {
    if (!sending && texts.some((field) => field.value !== field.defaultValue && field.value.trim() !== '')) event.preventDefault()
  })
}

const fieldsOf = (form) => [...form.querySelectorAll('input:not([type="hidden"], [type="file"]), select, textarea')]

const typedIn = (field) => (field.type === 'checkbox' ? field.checked : field.value)

function giveBack(field, value) {
  if (field.type === 'checkbox') field.checked = value === true
  else field.value = value ?? ''
  // Who counts its letters may have come first.
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
