/** The form as the server wrote it, whatever somebody has typed there since, perhaps before any script came. */
export function asServed(form) {
  const copy = form.cloneNode(true)
  copy.reset()
  return copy
}
