import { insertComments, parsed } from '../comments/insert.js'

/** Comments of a thread that came as HTML and are not on the page yet, in the order of the thread. */
export const missing = (html) => parsed(html).filter(({ id }) => !document.getElementById(id))

/** A deleted one whose replies stand is a mere sentence. */
export const says = (item) => item.querySelector('article') !== null

/** Whether a reload of this page would show it; `others` come with it. */
export function belongsHere(section, { dataset: { parent } }, others) {
  if (!parent) return section.querySelector('.comments').dataset.ends === 'yes'
  return section.querySelector(`.comments [data-number="${parent}"]`) !== null || others.some(({ dataset }) => dataset.number === parent)
}

/** What is on top of the window is there afterwards too. Browsers that see to that themselves are told to leave it to us. */
export async function insertStill(section, items) {
  const { documentElement: root } = document
  const anchor = [...section.querySelectorAll('h2, .comment, form')].find(isSeen)
  const before = anchor?.getBoundingClientRect().top
  root.style.overflowAnchor = 'none'
  const inserted = insertComments(section, items.map(({ outerHTML }) => outerHTML).join(''))
  // What else looks after the thread has its turn first: it may fold some of it away.
  await null
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' })
  requestAnimationFrame(() => {
    root.style.overflowAnchor = ''
  })
  return inserted
}

export function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** Tinted until somebody has had the time to see them. */
export function tint(items, seenAfterMs = 2_000) {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(target.seeing)
        if (isIntersecting) target.seeing = setTimeout(() => seen(target), seenAfterMs)
      }
    },
    { threshold: 0.5 },
  )
  const seen = (item) => {
    watch.unobserve(item)
    item.classList.remove('is-fresh')
  }
  for (const item of items) {
    item.classList.add('is-fresh')
    watch.observe(item)
  }
}
