/** Not before somebody writes; by the time that they send it is here. What doesn't come is a line that is broken. */
const needed = async () => {
  const nothing = { postForm: async () => ({ status: 0, answer: {} }) }
  return Promise.all([import('../comments/post-form.js'), import('../comments/insert.js')]).then(
    ([post, insert]) => ({ ...post, ...insert }),
    () => nothing,
  )
}

const TINTED_MS = 4_000

/** A comment is sent while its page stays: it appears where it belongs. Whatever goes wrong is said beside the form, and the text stays in it. */
export function attach(form) {
  const text = form.elements.namedItem('body')
  const error = form.querySelector('[role="alert"]')
  const button = form.querySelector('[type="submit"]')
  let sending = false
  const busy = (on) => {
    sending = on
    button.toggleAttribute('aria-busy', on)
    if (on) button.setAttribute('aria-busy', 'true')
  }
  const complain = (words) => {
    error.textContent = words
    error.hidden = words === ''
    if (words === '') text.removeAttribute('aria-invalid')
    else text.setAttribute('aria-invalid', 'true')
  }

  text.addEventListener('focus', needed, { once: true })
  // First of all: whoever else hears of the sending knows that the page stays.
  form.addEventListener('submit', (event) => event.preventDefault(), { capture: true })
  form.addEventListener('submit', async () => {
    if (sending) return
    busy(true)
    const sent = text.value
    const fields = new FormData(form)
    // They have gone up already: the text names them.
    fields.delete('images')
    const { postForm, insertComments, tell } = await needed()
    const { status, answer } = await postForm(form.action, new URLSearchParams(fields))
    busy(false)
    if (status === 200) {
      complain('')
      taken(form, answer, sent, { insertComments, tell })
    } else await refused(form, { status, answer }, complain)
  })
}

function taken(form, answer, sent, { insertComments, tell }) {
  const section = form.closest('.talk')
  const text = form.elements.namedItem('body')
  // Who wrote on meanwhile keeps that.
  text.value = text.value.startsWith(sent) ? text.value.slice(sent.length) : text.value
  set(form, { submissionKey: answer.submissionKey, draft: '' })
  form.dispatchEvent(new Event('taken'))
  text.dispatchEvent(new Event('input', { bubbles: true }))
  // Below comments that it does not follow it would stand only until the next reload.
  if (form.elements.namedItem('parent')?.value === '' && section.querySelector('.comments').dataset.ends === 'no')
    return location.assign(answer.address)
  const [comment] = insertComments(section, answer.html)
  tell(section, answer)
  section.dispatchEvent(new Event('written'))
  comment.classList.add('is-fresh')
  setTimeout(() => comment.classList.remove('is-fresh'), TINTED_MS)
  comment.tabIndex = -1
  comment.focus({ preventScroll: true })
  comment.scrollIntoView({ block: 'nearest' })
}

function refused(form, { status, answer }, complain) {
  set(form, { ...answer.fields, ...draftIn(answer.keptPath) })
  if (status === 401) return logIn(form, complain)
  const known = status >= 400 && status < 500 && answer.error
  complain(known ? answer.error : form.dataset.unsent)
  form.elements.namedItem('body').focus()
}

async function logIn(form, complain) {
  complain(form.dataset.sessionOver)
  const { logInHere } = await import('../drafts/log-in-here.js')
  await logInHere(() => form.requestSubmit()).catch(() => complain(form.dataset.unsent))
}

/** Where the server kept what it did not take: with that it ends once it is taken. */
const draftIn = (path) => ({ draft: new URL(path ?? '', location.href).searchParams.get('draft') ?? undefined })

function set(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const field =
      form.elements.namedItem(name) ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }))
    field.value = value
  }
}
