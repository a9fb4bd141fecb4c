const LEAST_MS = 1_000
const MOST_MS = 60_000

/**
 * A stream that comes back by itself: soon where the server ended it, later and later where it is refused, and never all browsers at once.
 * @param address asked for anew with each opening: it says what is known by then
 */
export function openStream(address, heard) {
  let source
  let coming
  let wait = 0
  const close = () => {
    clearTimeout(coming)
    source?.close()
  }
  const open = () => {
    close()
    source = new EventSource(address())
    source.addEventListener('open', () => {
      wait = 0
    })
    source.addEventListener('changed', ({ data }) => heard(...data.split(' ')))
    // The browser's own way back ends with the first error page of a proxy whose server starts anew.
    source.addEventListener('error', () => {
      close()
      wait = Math.min(MOST_MS, wait * 2 || LEAST_MS)
      coming = setTimeout(open, wait * (1 + Math.random()))
    })
  }
  return { open, close }
}
