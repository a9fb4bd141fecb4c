/** One press, one sending: the button shows that it works and keeps its width. Back from the next page, it is ready again. */
export function attach(form) {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) return event.preventDefault()
    sent = true
    const button = event.submitter ?? form.querySelector('[type="submit"]')
    button?.setAttribute('aria-busy', 'true')
  })
  addEventListener('pageshow', () => {
    sent = false
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy')
  })
}
