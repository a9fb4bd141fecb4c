/** Answers in place: the one comment form moves below the comment, and back. Without script the link leads to a page with the form. */
export function attach(section) {
  const form = section.querySelector('#comment-form')
  if (!form) return
  const home = form.previousElementSibling
  const parent = form.elements.namedItem('parent')
  const secret = form.elements.namedItem('secret')
  let tickedHere = false
  const send = form.querySelector('button[type=submit]')
  const sendLabel = send.textContent
  const cancel = cancelButton(section.dataset.cancel ?? '')
  cancel.addEventListener('click', () => goHome())

  section.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-reply]') : null
    // Another tab or window asked for: that one gets the page.
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    const isSecret = link.dataset.secret !== undefined
    // This form can't keep it so: the page's form can.
    if (isSecret && !secret) return
    event.preventDefault()
    moveBelow(link.closest('.comment'), link.dataset.reply)
    keepSecret(isSecret)
    form.elements.namedItem('body').focus()
  })
  // What was written before the page was loaded anew, where it was written.
  const resume = () => {
    const answered = parent.value ? null : section.querySelector(`[data-number="${form.dataset.answers}"]`)
    if (answered?.querySelector('a[data-reply]')) moveBelow(answered, form.dataset.answers)
  }
  form.addEventListener('restored', resume)
  resume()

  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && parent.value) goHome()
  })
  form.addEventListener('taken', () => {
    if (parent.value) goHome()
    // The wish was that comment's. Who wrote on meanwhile keeps it.
    if (secret && form.elements.namedItem('body').value === '') secret.checked = secret.defaultChecked
  })
  // What is answered was deleted: the text stays, for the post itself.
  section.addEventListener('goes', ({ target }) => target.contains(form) && goHome())

  function moveBelow(comment, number) {
    parent.value = number
    form.classList.add('say--reply')
    comment.querySelector('article').append(form)
    send.textContent = section.dataset.reply
    send.before(cancel)
  }

  /** Below what is secret the box is ticked, and not left so elsewhere. */
  function keepSecret(on) {
    if (!secret || (on && secret.checked) || (!on && !tickedHere)) return
    secret.checked = on
    tickedHere = on
  }

  function goHome() {
    keepSecret(false)
    const link = section.querySelector(`a[data-reply="${parent.value}"]`)
    parent.value = ''
    cancel.remove()
    send.textContent = sendLabel
    form.classList.remove('say--reply')
    home.after(form)
    link?.focus()
  }
}

function cancelButton(label) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button--quiet'
  button.textContent = label
  return button
}
