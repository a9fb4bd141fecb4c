/** What is on top of the window is there afterwards too, but for what is `touched` itself. Browsers that see to that themselves are told to leave it to us. */
export async function keepStill(section, act, touched = []) {
  const { documentElement: root } = document
  const seen = [...section.querySelectorAll('h2, .comment, form')].filter(isSeen)
  const anchor = seen.find((one) => !touched.includes(one))
  const before = anchor?.getBoundingClientRect().top
  root.style.overflowAnchor = 'none'
  const done = act()
  // What else looks after the thread has its turn first: it may fold some of it away.
  await null
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' })
  requestAnimationFrame(() => {
    root.style.overflowAnchor = ''
  })
  return done
}

export function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
