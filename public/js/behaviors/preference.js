/** Changes what was chosen (theme, size of letters, …) at once; the form then remembers it without leaving the page. */
export function attach(form) {
  form.addEventListener('submit', (event) => {
    const chosen = event.submitter
    if (!chosen?.name) return
    event.preventDefault()
    document.documentElement.dataset[chosen.name] = chosen.value
    for (const button of form.querySelectorAll('button[name]')) button.setAttribute('aria-pressed', String(button === chosen))
    const fields = new URLSearchParams(new FormData(form, chosen))
    // Should it not arrive, the choice holds for this page.
    fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => {})
  })
}
