import { insertComments, parsed } from '../comments/insert.js'
import { keepStill } from './still.js'

/** Comments of a thread that came as HTML, are newer than one knows and not on the page yet, in the order of the thread. */
export const missing = (html, known) =>
  parsed(html).filter(({ id, dataset }) => Number(dataset.number) > known && !document.getElementById(id))

/** A deleted one whose replies stand is a mere sentence. */
export const says = (item) => item.querySelector('article') !== null

/** Whether a reload of this page would show it; `others` come with it. */
export function belongsHere(section, { dataset: { parent } }, others) {
  if (!parent) return section.querySelector('.comments').dataset.ends === 'yes'
  return section.querySelector(`.comments [data-number="${parent}"]`) !== null || others.some(({ dataset }) => dataset.number === parent)
}

export const insertStill = (section, items) =>
  keepStill(section, () => insertComments(section, items.map(({ outerHTML }) => outerHTML).join('')))

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
