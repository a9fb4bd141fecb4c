import { openStream } from './stream.js'

const NAME = 'madang-live'
/** By then all tabs have said what they watch. */
const SETTLE_MS = 200
/** What the server takes at once. */
const MOST_WATCHED = 20

/**
 * One stream for all tabs of a browser: the tab that holds a lock keeps it open and tells the others what it hears; when it goes, the next one has the
 * lock. A site without TLS has no locks: there each tab has its own, for as long as it is looked at.
 * @param mine the key of what this tab shows, and the last comment and change that it knows of it
 * @returns how to leave
 */
export function join(mine, heard) {
  const me = String(Math.random())
  const tabs = new Map([[me, mine]])
  const channel = new BroadcastChannel(NAME)
  const leaving = new AbortController()
  let stream = null
  let settling

  const say = (message) => channel.postMessage(message)
  const sayHere = () => say({ here: me, mine: { ...mine } })
  const hear = (key, listeners) => key === mine.key && heard(Number(listeners))
  const reopen = () => {
    clearTimeout(settling)
    settling = setTimeout(() => stream?.open(), SETTLE_MS)
  }
  channel.onmessage = ({ data }) => {
    if (data.ask) sayHere()
    if (data.changed) hear(data.changed, data.listeners)
    if (data.gone) tabs.delete(data.gone)
    if (data.here) {
      const isNew = ![...tabs.values()].some(({ key }) => key === data.mine.key)
      tabs.set(data.here, data.mine)
      if (isNew && stream) reopen()
    }
  }
  const lead = () =>
    new Promise((letGo) => {
      stream = openStream(
        () => addressFor(tabs.values()),
        (key, listeners) => {
          hear(key, listeners)
          say({ changed: key, listeners })
        },
      )
      leaving.signal.addEventListener('abort', () => {
        stream.close()
        stream = null
        letGo()
      })
      say({ ask: true })
      reopen()
    })
  sayHere()
  if (navigator.locks) navigator.locks.request(NAME, { signal: leaving.signal }, lead).catch(() => {})
  else void lead()

  return () => {
    say({ gone: me })
    leaving.abort()
    channel.close()
  }
}

/** Of two tabs with the same post, what the one knows that knows less. */
function addressFor(tabs) {
  const known = new Map()
  for (const { key, last, changes } of tabs) {
    const other = known.get(key) ?? { last, changes }
    known.set(key, { last: Math.min(last, other.last), changes: Math.min(changes, other.changes) })
  }
  return `/live?${[...known]
    .slice(-MOST_WATCHED)
    .map(([key, { last, changes }]) => `on=${key}:${last}.${changes}`)
    .join('&')}`
}
