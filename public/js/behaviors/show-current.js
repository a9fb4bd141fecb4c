/** A row of links that is wider than the screen begins where one is. */
export function attach(nav) {
  const current = nav.querySelector('[aria-current]')
  // Who has moved it already, before this script came, is let be.
  if (!current || nav.scrollLeft !== 0) return
  const [row, link] = [nav.getBoundingClientRect(), current.getBoundingClientRect()]
  nav.scrollLeft += link.left - row.left - (row.width - link.width) / 2
}
