/**
 * A form to the server, for an answer that a script puts in place.
 * @returns {Promise<{ status: number, answer: object }>} status 0: there was no answer that one could read
 */
export async function postForm(path, fields) {
  const first = await post(path, fields)
  if (first.status !== 403) return first
  // Another window has logged in anew: this page's token is of a session that is over.
  const { tokenFromPage, useToken } = await import('../drafts/log-in-here.js')
  const token = await tokenFromPage(location.href).catch(() => undefined)
  if (!useToken(token)) return first
  fields.set('_csrf', token)
  return post(path, fields)
}

async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json' }, body })
    return { status: response.status, answer: await response.json() }
  } catch {
    return { status: 0, answer: {} }
  }
}

/** Any form of the page has it. */
export const withToken = () => new URLSearchParams({ _csrf: document.querySelector('[name="_csrf"]')?.value ?? '' })
