/** The log-in page's own form, above the page on which somebody writes: nothing of that page is left or loaded anew. */
export async function logInHere(done) {
  const page = parsed(await (await fetch('/login')).text())
  const form = document.importNode(page.getElementById('login'), true)
  // Logged in elsewhere meanwhile: there is no form to fill in any more.
  form.removeAttribute('data-behavior')
  form.elements.returnTo.value = location.pathname
  const dialog = document.createElement('dialog')
  dialog.className = 'log-in-here'
  dialog.setAttribute('aria-labelledby', 'log-in-here')
  const heading = page.querySelector('h1')
  heading.id = 'log-in-here'
  const problem = document.createElement('p')
  problem.className = 'error'
  problem.setAttribute('role', 'alert')
  dialog.append(document.importNode(heading, true), problem, form)
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = parsed(await sent(form))
    const token = tokenIn(answer)
    problem.textContent = token ? '' : (answer.querySelector('#log-in-problem, main p')?.textContent.trim() ?? '')
    if (!useToken(token)) return
    dialog.close()
    done()
  })
  dialog.showModal()
  form.elements.login.focus()
}

/** The answer to log-in is the page that it leads to, with the new session's token in it. */
async function sent(form) {
  const response = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form)) })
  return response.text()
}

const parsed = (html) => new DOMParser().parseFromString(html, 'text/html')
const tokenIn = (page) => page.querySelector('[name="_csrf"]')?.value

/** @returns undefined when nobody is logged in any more */
export async function tokenFromPage(address) {
  return tokenIn(parsed(await (await fetch(address)).text()))
}

/** @returns whether there was a token, and another one than the page's forms had */
export function useToken(token) {
  if (!token) return false
  for (const field of document.getElementsByName('_csrf')) field.value = token
  return true
}
