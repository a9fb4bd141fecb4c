import { asServed } from '../as-served.js'

/** Says beside the button that something is not saved yet, and asks before leaving it. */
export function attach(form) {
  const place = form.querySelector('[data-changed]')
  const written = (some) => JSON.stringify([...new FormData(some)])
  const first = written(asServed(form))
  let sending = false
  const tell = () => {
    place.textContent = written(form) === first ? '' : place.dataset.changed
  }
  form.addEventListener('input', tell)
  tell()
  form.addEventListener('submit', () => {
    sending = true
  })
  addEventListener('beforeunload', (event) => {
    if (!sending && place.textContent !== '') event.preventDefault()
  })
}
