/** Keeps what is being written in this tab, by the form's address, until the server has taken it; asks before leaving with text unsent. */
export function attach(form) {
  // A field named "action" hides the form's own property of that name.
  const key = `draft:${form.dataset.draft ?? new URL(form.getAttribute('action'), location.href).pathname}`
  const fields = [...form.querySelectorAll('input:not([type="hidden"], [type="file"]), select, textarea')]
  const texts = fields.filter((field) => field.matches('input[type="text"], textarea'))
  const written = () => JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, typedIn(field)])))
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  // What the server sent back is newer than what this tab remembers.
  if (kept && texts.every((field) => field.value === '' || form.dataset.fresh !== undefined)) {
    for (const field of fields) if (field.name in kept) giveBack(field, kept[field.name])
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

const typedIn = (field) => (field.type === 'checkbox' ? field.checked : field.value)

function giveBack(field, value) {
  if (field.type === 'checkbox') field.checked = value === true
  else field.value = value ?? ''
}
