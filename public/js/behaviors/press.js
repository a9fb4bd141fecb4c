/**
 * Buttons that stay pressed (추천, 스크랩) change where they stand. Whatever goes wrong, the form is sent as without script, and its page says so.
 * One form may have many of them, each with an address of its own: then `data-presses` is around those that belong together.
 */
export function attach(form) {
  const waiting = new Set()
  form.addEventListener('submit', async (event) => {
    const button = event.submitter
    if (!button?.dataset.press || form.dataset.plain) return
    event.preventDefault()
    const group = button.closest('[data-presses]') ?? form
    if (waiting.has(group)) return
    waiting.add(group)
    try {
      const answer = await fetch(button.getAttribute('formaction') ?? form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(new FormData(form, button)),
      })
      if (!answer.ok) throw new Error(String(answer.status))
      show(group, await answer.json())
    } catch {
      form.dataset.plain = 'yes'
      form.requestSubmit(button)
    } finally {
      waiting.delete(group)
    }
  })
}

function show(group, states) {
  for (const button of group.querySelectorAll('[data-press]')) {
    const state = states[button.dataset.press]
    if (!state) continue
    button.value = state.wish
    button.setAttribute('aria-pressed', String(state.pressed))
    const count = button.querySelector('[data-count]')
    if (count) count.textContent = state.count
  }
}
