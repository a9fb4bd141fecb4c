/** @throws with the server's own words when it does not take the file */
export async function upload(file, token, path) {
  const body = new FormData()
  body.append('_csrf', token)
  body.append('file', file)
  const headers = { 'X-Requested-With': 'fetch', Accept: 'application/json' }
  const response = await fetch(path, { method: 'POST', body, headers })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** A picture as it lies on the reader's disk, anything else by its name; greyed while `aria-busy`. */
export function thumbnail(file) {
  const item = document.createElement('li')
  item.setAttribute('aria-busy', 'true')
  if (file.type.startsWith('image/')) item.append(pictureOf(file))
  else item.append(file.name)
  return item
}

/** The file stays on the disk, and its address goes with the page: taken back once it was loaded, browsers now and then asked for it again. */
function pictureOf(file) {
  const picture = document.createElement('img')
  picture.alt = file.name
  picture.src = URL.createObjectURL(file)
  return picture
}
