import { attachIn } from '../attach.js'

/**
 * Puts comments in their places: one that stands there already is replaced, a new reply goes below all that answers the same comment, a new comment
 * on the post to the end of the page, or to its top where the newest come first.
 * @param {string} html `<li>`s as the server prints them
 * @returns {HTMLElement[]} as they stand there now
 */
export function insertComments(section, html) {
  const fresh = parsed(html)
  const list = fresh.length > 0 && begun(section)
  for (const comment of fresh) {
    const standing = document.getElementById(comment.id)
    if (standing) replace(standing, comment)
    else place(list, comment)
    void attachIn(comment)
  }
  return fresh
}

/** The list; where there was none, in place of the words that nobody has said anything. The way to log in stays. */
function begun(section) {
  const list = section.querySelector('.comments')
  const empty = section.querySelector('.empty')
  list.hidden = false
  empty?.querySelector('p')?.remove()
  if (empty?.childElementCount === 0) empty.remove()
  else if (empty) empty.className = 'talk__closed'
  return list
}

export function parsed(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return [...template.content.children]
}

/** The form in which somebody answers it moves along. */
export function replace(standing, comment) {
  const form = standing.querySelector('#comment-form')
  standing.replaceWith(comment)
  if (form) (comment.querySelector('article') ?? comment).append(form)
}

/** Where a reload would show it: among those that answer the same, by number. In the order of votes it stands last. */
function place(list, comment) {
  const { parent } = comment.dataset
  const answered = parent && list.querySelector(`[data-number="${parent}"]`)
  const { sort } = list.dataset
  if ((parent && !answered) || (!parent && sort === 'best')) return list.append(comment)
  const sign = !parent && sort === 'newest' ? -1 : 1
  const earlier = [...list.children].filter(
    ({ dataset }) => dataset.number && dataset.parent === parent && sign * (Number(dataset.number) - Number(comment.dataset.number)) < 0,
  )
  if (earlier.length > 0) lastBelow(earlier.at(-1)).after(comment)
  else if (answered) answered.after(comment)
  else list.prepend(comment)
}

function lastBelow(answered) {
  const depth = Number(answered.dataset.depth)
  let last = answered
  while (Number(last.nextElementSibling?.dataset.depth) > depth) last = last.nextElementSibling
  return last
}

/** What happened, to who sees it and to who hears it. */
export function tell(section, { said, ...counts }) {
  section.querySelector('[data-said]').textContent = said
  showCounts(counts)
}

export function showCounts({ countText, countWords }) {
  for (const count of document.querySelectorAll('[data-comment-count]')) count.textContent = countText
  for (const words of document.querySelectorAll('[data-comment-words]')) words.textContent = countWords
}
