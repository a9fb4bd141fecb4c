/** Says beside the button that something is not saved yet, and asks before leaving it. */
export function attach(form) {
  const place = form.querySelector('[data-changed]')
  const written = () => JSON.stringify([...new FormData(form)])
  const first = written()
  let sending = false
  form.addEventListener('input', () => {
    place.textContent = written() === first ? '' : place.dataset.changed
  })
  form.addEventListener('submit', () => {
    sending = true
  })
  addEventListener('beforeunload', (event) => {
    if (!sending && place.textContent !== '') event.preventDefault()
  })
}
