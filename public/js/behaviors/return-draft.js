/** The log-in page in place of an answer: the session ended while somebody wrote. What they sent waits for them in the form they came from. */
export function attach() {
  for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith('sent:'))) {
    sessionStorage.setItem(key.slice('sent:'.length), sessionStorage.getItem(key))
    sessionStorage.removeItem(key)
  }
}
