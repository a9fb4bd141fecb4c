/** Shows the text as it will look without leaving the form. Should the server not answer, the button does what it does without script. */
export function attach(form) {
  const button = form.querySelector('[data-preview-path]')
  const section = document.getElementById('preview')
  let leaveIt = false
  button.addEventListener('click', async (event) => {
    if (leaveIt) return
    event.preventDefault()
    try {
      const html = await render(button.dataset.previewPath, form)
      // Made safe by the server, by the same rules as a stored post.
      section.querySelector('[data-preview]').innerHTML = html
      section.hidden = false
      section.scrollIntoView({ block: 'nearest' })
    } catch {
      leaveIt = true
      button.click()
    }
  })
}

async function render(path, { elements }) {
  const body = new URLSearchParams({ body: elements.body.value, _csrf: elements._csrf.value })
  const response = await fetch(path, { method: 'POST', headers: { 'X-Requested-With': 'fetch' }, body })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()).html
}
