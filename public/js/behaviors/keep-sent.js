/** An error in place of an answer: what was sent to this address was not taken, and waits in its form again. */
export function attach() {
  const key = `draft:${location.pathname}`
  const sent = sessionStorage.getItem(`sent:${key}`)
  if (sent === null) return
  sessionStorage.setItem(key, sent)
  sessionStorage.removeItem(`sent:${key}`)
}
