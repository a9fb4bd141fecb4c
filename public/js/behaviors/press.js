/** Buttons that stay pressed (추천, 스크랩) change where they stand. Whatever goes wrong, the form is sent as without script, and its page says so. */
export function attach(form) {
  let waiting = false
  form.addEventListener('submit', async (event) => {
    const button = event.submitter
    if (!button || form.dataset.plain) return
    event.preventDefault()
    if (waiting) return
    waiting = true
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(new FormData(form, button)),
      })
      if (!answer.ok) throw new Error(String(answer.status))
      show(form, await answer.json())
    } catch {
      form.dataset.plain = 'yes'
      form.requestSubmit(button)
    } finally {
      waiting = false
    }
  })
}

function show(form, states) {
  for (const button of form.querySelectorAll('[data-press]')) {
    const state = states[button.dataset.press]
    if (!state) continue
    button.value = state.wish
    button.setAttribute('aria-pressed', String(state.pressed))
    const count = button.querySelector('[data-count]')
    if (count) count.textContent = state.count
  }
}
