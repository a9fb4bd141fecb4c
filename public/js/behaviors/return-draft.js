/**
 * The log-in page in place of an answer: the session ended while somebody wrote. What they sent from the page that log-in leads back to waits
 * for them there; other texts were taken.
 */
export function attach(form) {
  const back = form.elements.returnTo.value.split(/[?#]/)[0]
  for (const sent of Object.keys(sessionStorage).filter((key) => key.startsWith('sent:draft:'))) {
    const path = sent.slice('sent:draft:'.length)
    if (path === back || path.startsWith(`${back}/`)) sessionStorage.setItem(`draft:${path}`, sessionStorage.getItem(sent))
    sessionStorage.removeItem(sent)
  }
}
