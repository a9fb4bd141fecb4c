/** A page that was fetched ahead of a click, or comes back out of the browser's memory, is seen only now: the counter is told. */
const tell = () => {
  const token = document.querySelector('input[name=_csrf]')?.value
  navigator.sendBeacon('/visitors/shown', new URLSearchParams({ path: location.pathname, ...(token ? { _csrf: token } : {}) }))
}
const [navigation] = performance.getEntriesByType('navigation')
if (document.prerendering) document.addEventListener('prerenderingchange', tell, { once: true })
else if (navigation?.deliveryType === 'navigational-prefetch') tell()
addEventListener('pageshow', ({ persisted }) => persisted && tell())
