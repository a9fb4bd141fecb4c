import { referencesIn } from './references.js'

/** In which order a text names its files. Pure, as references.js. */

/** Each file once, where it is named first. */
export const namedIn = (text) => {
  const seen = new Set()
  return referencesIn(text).filter(({ key }) => !seen.has(key) && seen.add(key))
}

/** Changes places with the one before (-1) or behind (1). What is written between them stays where it is. */
export function moved(text, key, by) {
  const all = referencesIn(text)
  const at = all.findIndex((each) => each.key === key)
  const [first, second] = [all[Math.min(at, at + by)], all[Math.max(at, at + by)]]
  if (at < 0 || !first || !second) return text
  const [one, two] = [text.slice(first.start, first.end), text.slice(second.start, second.end)]
  return text.slice(0, first.start) + two + text.slice(first.end, second.start) + one + text.slice(second.end)
}

/** To that place among the files that are named: those between move up by one. */
export function movedTo(text, key, place) {
  let next = text
  for (let left = referencesIn(text).length; left > 0; left -= 1) {
    const at = namedIn(next).findIndex((each) => each.key === key)
    if (at < 0 || at === place) break
    next = moved(next, key, at < place ? 1 : -1)
  }
  return next
}
