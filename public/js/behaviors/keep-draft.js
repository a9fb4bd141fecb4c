/** Keeps what is being written in this tab, by the form's address, until the server has taken it; asks before leaving with text unsent. */
export function attach(form) {
  // A field named "action" hides the form's own property of that name.
  const key = `draft:${form.dataset.draft ?? new URL(form.getAttribute('action'), location.href).pathname}`
  const fields = [...form.querySelectorAll('input[type="text"], textarea')]
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  // What the server sent back is newer than what this tab remembers.
  if (kept && fields.every((field) => field.value === '')) {
    for (const field of fields) field.value = kept[field.name] ?? ''
  }
  let sending = false
  form.addEventListener('input', () => {
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))))
  })
  form.addEventListener('submit', () => {
    sending = true
    // Should the answer be the log-in page, it puts this back (return-draft.js).
    sessionStorage.setItem(`sent:${key}`, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))))
    sessionStorage.removeItem(key)
  })
  addEventListener('beforeunload', (event) => {
    if (!sending && fields.some((field) => field.value !== field.defaultValue && field.value.trim() !== '')) event.preventDefault()
  })
}
