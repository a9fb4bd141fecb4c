/** What somebody writes in a form: neither its tokens nor its files, and never a password. */
const WRITTEN = 'input[name]:not([type="hidden"], [type="file"], [type="radio"], [type="password"]), select[name], textarea[name]'

export const fieldsOf = (form) => [...form.querySelectorAll(WRITTEN)]

export const typedIn = (field) => (field.type === 'checkbox' ? field.checked : field.value)

export const written = (form) => Object.fromEntries(fieldsOf(form).map((field) => [field.name, typedIn(field)]))

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** Whatever was typed where the server wrote nothing else since: who counts letters, grows with them or shows them elsewhere is told. */
export function giveBack(form, kept, served) {
  for (const field of fieldsOf(form)) {
    if (!(field.name in kept) || typedIn(field) !== served[field.name] || kept[field.name] === served[field.name]) continue
    if (field.type === 'checkbox') field.checked = kept[field.name] === true
    else field.value = kept[field.name] ?? ''
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  form.dispatchEvent(new Event('restored'))
}
