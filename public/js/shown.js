/** Said to the server in passing: nothing waits for it, not even the page that is left. */
export function beacon(address, fields) {
  const token = document.querySelector('input[name=_csrf]')?.value
  navigator.sendBeacon(address, new URLSearchParams({ ...fields, ...(token ? { _csrf: token } : {}) }))
}

/** A page that was fetched ahead of a click, or comes back out of the browser's memory, is seen only now: the counter is told. */
const tell = () => beacon('/visitors/shown', { path: location.pathname })
const [navigation] = performance.getEntriesByType('navigation')
if (document.prerendering) document.addEventListener('prerenderingchange', tell, { once: true })
else if (navigation?.deliveryType === 'navigational-prefetch') tell()
addEventListener('pageshow', ({ persisted }) => persisted && tell())
