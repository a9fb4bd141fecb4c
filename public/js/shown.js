/** Said to the server in passing: nothing waits for it, not even the page that is left. */
export function beacon(address, fields) {
  const token = document.querySelector('input[name=_csrf]')?.value
  navigator.sendBeacon(address, new URLSearchParams({ ...fields, ...(token ? { _csrf: token } : {}) }))
}

const { receipt } = document.body.dataset

/** A page that came out of a shared cache was counted by nobody: it tells that it is shown, past that cache. `again`: out of the browser's memory. */
function handBack(again) {
  const told = new URLSearchParams({ receipt, from: document.referrer.slice(0, 500), ...again })
  fetch(`/visitors/shown.svg?${told}`, { keepalive: true, cache: 'no-store' }).catch(() => {})
}

/** Any other page counted as it left, unless it was fetched ahead of a click, or comes back out of the browser's memory: then it is seen only now. */
const tell = receipt ? handBack : () => beacon('/visitors/shown', { path: location.pathname })
const [navigation] = performance.getEntriesByType('navigation')
if (document.prerendering) document.addEventListener('prerenderingchange', () => tell(), { once: true })
else if (receipt || navigation?.deliveryType === 'navigational-prefetch') tell()
addEventListener('pageshow', ({ persisted }) => persisted && tell({ again: 'yes' }))
