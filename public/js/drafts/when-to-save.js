export const PAUSE_MS = 3_000

/** After a pause, when the page is hidden or left, when the line is there again, and by its button; no more once the form is sent. */
export function whenToSave(form, { soon, leaving, atOnce, sending }) {
  form.addEventListener('input', () => soon(PAUSE_MS))
  form.addEventListener('submit', () => sending(true))
  addEventListener('pageshow', ({ persisted }) => persisted && sending(false))
  document.addEventListener('visibilitychange', () => document.hidden && leaving())
  addEventListener('pagehide', leaving)
  addEventListener('online', atOnce)
  form.querySelector('[data-draft-save]').addEventListener('click', (event) => {
    event.preventDefault()
    return atOnce()
  })
}
