/** Changes the theme at once; the form then remembers it without leaving the page. */
export function attach(form) {
  form.addEventListener('submit', (event) => {
    const chosen = event.submitter
    if (!chosen) return
    event.preventDefault()
    document.documentElement.dataset.theme = chosen.value
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button === chosen))
    const fields = new URLSearchParams(new FormData(form, chosen))
    // Should it not arrive, the choice holds for this page.
    fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => {})
  })
}
