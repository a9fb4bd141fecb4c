/** @throws with the server's own words when it does not take the picture */
export async function upload(image, token) {
  const body = new FormData()
  body.append('_csrf', token)
  body.append('file', image)
  const headers = { 'X-Requested-With': 'fetch', Accept: 'application/json' }
  const response = await fetch('/uploads', { method: 'POST', body, headers })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** The picture as it lies on the reader's disk, greyed while `aria-busy`. */
export function thumbnail(image) {
  const item = document.createElement('li')
  const picture = document.createElement('img')
  item.setAttribute('aria-busy', 'true')
  picture.alt = image.name
  picture.src = URL.createObjectURL(image)
  picture.addEventListener('load', () => URL.revokeObjectURL(picture.src))
  item.append(picture)
  return item
}
