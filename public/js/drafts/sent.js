import { dropCopy } from './local-copies.js'

const KEY = 'sent'

/** A form leaves: whether the server took it shows on the page that comes in its place. */
export function noteSent(name) {
  try {
    sessionStorage.setItem(KEY, name)
  } catch {
    // Then its copy stays for a week, and is offered.
  }
}

/** Who is led on after sending was taken; an error, the form again or a broken line leads nowhere, and log-in is no place one is led to. */
function settle() {
  const name = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  const [arrival] = performance.getEntriesByType('navigation')
  if (name !== null && arrival?.redirectCount > 0 && location.pathname !== '/login') dropCopy(name)
}

try {
  settle()
} catch {
  // Nothing was kept.
}
