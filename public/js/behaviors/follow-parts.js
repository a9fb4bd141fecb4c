/** Links to the parts of a long page: marks the part that is on top of the screen now. */
export function attach(nav) {
  const links = new Map([...nav.querySelectorAll('a[href^="#"]')].map((link) => [document.getElementById(link.hash.slice(1)), link]))
  const seen = new Set()
  const mark = () => {
    const current = [...links.keys()].find((part) => seen.has(part))
    if (!current) return
    for (const [part, link] of links) {
      if (part === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    const link = links.get(current)
    // Only the row itself: the page stays where it is.
    nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2
  }
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target)
      mark()
    },
    { rootMargin: '-80px 0px -40% 0px' },
  )
  for (const part of links.keys()) if (part) watcher.observe(part)
}
