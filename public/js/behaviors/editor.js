/**
 * The editor over the field of a post (src/editor, one file for browsers). The field stays what is sent, kept and counted. Whoever chose Markdown loads
 * nothing of it; whoever has begun to type before it came is not interrupted.
 */
export function attach(place) {
  const field = document.getElementById('field-body')
  const status = place.querySelector('[data-editor-status]')
  const isRequired = field.required
  let open = null

  const show = (choice) => {
    place.dataset.choice = choice
    place.toggleAttribute('data-open', open !== null)
    place.querySelector('.editor__dock').hidden = choice === 'markdown'
    place.querySelector('.editor__plain').hidden = choice === 'rich'
    place.querySelector('.editor__place').hidden = open === null
    field.classList.toggle('is-behind', open !== null)
    field.toggleAttribute('aria-hidden', open !== null)
    field.tabIndex = open === null ? 0 : -1
    // A field that nobody sees can't ask to be filled in: the server says it.
    field.required = isRequired && open === null
  }
  const toRich = async () => {
    try {
      const { openText } = await import('../editor/open-text.js')
      open = await openText(place, field)
      status.textContent = ''
    } catch (error) {
      console.info('editor', error)
      status.textContent = place.dataset.failed
    }
    show(open === null ? 'markdown' : 'rich')
  }
  const toMarkdown = () => {
    open?.close()
    open = null
    show('markdown')
  }
  place.addEventListener('click', async ({ target }) => {
    const choice = target.closest('[data-choose]')?.dataset.choose
    if (!choice) return
    remember(choice, field.form)
    if (choice === 'markdown') toMarkdown()
    else await toRich()
    if (open) open.focus()
    else field.focus()
  })
  // Not waited for: on a slow line the rest of the page is ready before it.
  if (place.dataset.choice === 'rich') void toRich()
}

function remember(choice, form) {
  const body = new URLSearchParams({ editor: choice, _csrf: form.elements._csrf?.value ?? '' })
  // Should it not arrive, the choice holds for this page.
  fetch('/preferences', { method: 'POST', body, redirect: 'manual' }).catch(() => {})
}
