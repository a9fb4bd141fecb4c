/** What this browser alone has, for each member who uses it, by the form's draft or its address: gone when the server has it too. */
const PREFIX = 'draft:'
const KEPT_MS = 7 * 86_400_000

export function copyName(form) {
  // A field named "action" hides the form's own property of that name.
  const address = new URL(form.getAttribute('action'), location.href).pathname + (form.elements.parent?.value ?? '')
  return nameOf(form.dataset.draftOwner, form.elements.draft?.value ?? address)
}

export const nameOf = (owner, key) => `${PREFIX}${owner}:${key}`

export function readCopy(name) {
  try {
    return JSON.parse(localStorage.getItem(name))
  } catch {
    return null
  }
}

/** @returns whether it could be kept */
export function writeCopy(name, copy) {
  try {
    localStorage.setItem(name, JSON.stringify({ ...copy, page: location.pathname, at: Date.now() }))
    return true
  } catch {
    return false
  }
}

export function dropCopy(name) {
  try {
    localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Of other drafts on this page, the newest that never reached the server. @returns its name */
export function leftBehind(owner, except) {
  const copies = namesOf().map((name) => ({ name, ...readCopy(name) }))
  for (const { name, at = 0 } of copies) if (Date.now() - at > KEPT_MS) dropCopy(name)
  return copies
    .filter(({ name, page }) => name !== except && name.startsWith(`${PREFIX}${owner}:`) && page === location.pathname)
    .sort((one, other) => other.at - one.at)[0]?.name
}

function namesOf() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
  } catch {
    return []
  }
}
