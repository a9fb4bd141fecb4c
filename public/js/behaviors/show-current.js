/** A row of links that is wider than the screen begins where one is. */
export function attach(nav) {
  const current = nav.querySelector('[aria-current]')
  if (!current) return
  const [row, link] = [nav.getBoundingClientRect(), current.getBoundingClientRect()]
  nav.scrollLeft += link.left - row.left - (row.width - link.width) / 2
}
