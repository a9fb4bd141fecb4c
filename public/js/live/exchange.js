import { attachIn } from '../attach.js'
import { parsed } from '../comments/insert.js'
import { markNew } from '../comments/mark-new.js'

/** One answers or changes it, or has selected some of it: it is left alone. */
export function isInUse(comment) {
  const selection = getSelection()
  return comment.querySelector('form.say') !== null || (selection && !selection.isCollapsed && selection.containsNode(comment, true))
}

/** The comment as it is by now, in place of what it was; what the reader did to it stays. */
export function exchange(section, standing, comment) {
  if (standing.dataset.state === comment.dataset.state) return showVotes(standing, comment)
  if (standing.classList.contains('is-new')) markNew(comment, section.dataset.new)
  comment.classList.toggle('is-fresh', standing.classList.contains('is-fresh'))
  const opened = [...standing.querySelectorAll('details')].map(({ open }) => open)
  for (const [index, fold] of comment.querySelectorAll('details').entries()) fold.open = opened[index] ?? false
  const focused = standing.contains(document.activeElement) ? document.activeElement : null
  standing.replaceWith(comment)
  void attachIn(comment)
  // By then the button that folds its replies is there again.
  if (focused) queueMicrotask(() => focusLike(comment, focused.matches('.comment, [data-changed]') ? null : focused))
}

const told = ['href', 'formaction', 'name', 'data-press', 'data-fold-below']

/** On what does the same; on the comment where there is no such thing any more. */
function focusLike(comment, focused) {
  const like = focused && [...comment.querySelectorAll(focused.tagName)].find((one) => told.every((name) => sameIn(one, focused, name)))
  if (!like) comment.tabIndex = -1
  const target = like ?? comment
  target.focus({ preventScroll: true })
}

const sameIn = (one, other, name) => one.getAttribute(name) === other.getAttribute(name)

/** Counts alone: no button is exchanged under a finger. */
function showVotes(standing, comment) {
  const [before, now] = [standing, comment].map((each) => each.querySelectorAll('.comment__votes b'))
  for (const [index, count] of before.entries()) if (now[index]) count.textContent = now[index].textContent
}

const marks = { accepted: 'a', pinned: 'p' }

/** The same comment above the threads. One that is no answer and not pinned any more, or can't be read, stands there no longer. */
export function exchangeAbove(section, number, comment) {
  for (const top of section.querySelectorAll(`.on-top [data-top="${number}"]`)) {
    const said = comment?.querySelector('.said')
    const above = top.closest('.on-top')
    const state = comment?.dataset.state ?? ''
    if (!said || !state.includes(marks[above.id] ?? '')) {
      top.remove()
      if (!above.querySelector('[data-top]')) above.remove()
      continue
    }
    const count = top.querySelector('[data-count]')
    const votes = comment.querySelector('.comment__votes b')
    if (count && votes) count.textContent = votes.textContent
    if (top.dataset.state === state) continue
    top.dataset.state = state
    const [copy] = parsed(said.outerHTML)
    top.querySelector('.said').replaceWith(copy)
    void attachIn(copy)
  }
}
