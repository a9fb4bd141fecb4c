import { markNew } from '../comments/mark-new.js'
import { before } from '../read-posts.js'

/** From one new comment to the next, by button and by key. A member's come marked from the server; what is new to a guest only their browser knows. */
export function attach(section) {
  const button = section.querySelector('.talk__next')
  if (!button) return
  const link = button.querySelector('a')
  const seen = section.dataset.since === undefined ? before.get(Number(section.dataset.post)) : undefined
  if (seen !== undefined) markSince(section, link, seen)
  const fresh = () => [...section.querySelectorAll('.comment.is-new')]
  const total = Math.max(Number.parseInt(link.querySelector('[data-place]').textContent.replace(/\D/g, ''), 10) || 0, fresh().length)
  /** The id of the one that was gone to: it may be exchanged for what it became. */
  let last = null
  const placeOf = (all) => all.findIndex(({ id }) => id === last)

  const tell = () => {
    const all = fresh()
    const count = Math.max(total, all.length)
    button.hidden = count === 0
    link.querySelector('[data-place]').textContent = last ? `${placeOf(all) + 1}/${count}` : count
  }

  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    const all = fresh()
    const next = all[placeOf(all) + 1]
    if (!next && (total > all.length || section.querySelector('.pages'))) {
      // The next one stands on another page: which, the server knows.
      if (last) link.href = withParam(link.href, 'after', last.replace('comment-', ''))
      return
    }
    event.preventDefault()
    const wanted = next ?? all[0]
    last = wanted.id
    goTo(wanted)
    tell()
  })

  // More may come while one reads.
  new MutationObserver(tell).observe(section.querySelector('.comments'), { childList: true })
  tell()
}

/** The mark goes along to the other pages of the thread: once this one was opened, all counts as seen. */
function markSince(section, link, since) {
  for (const other of [link, ...section.querySelectorAll('.pages a')]) other.href = withParam(other.href, 'since', since)
  for (const comment of section.querySelectorAll('.comment:has(.said)')) {
    if (Number(comment.id.replace('comment-', '')) <= since) continue
    markNew(comment, section.dataset.new)
  }
  section.dispatchEvent(new CustomEvent('comments-marked'))
}

function withParam(href, name, value) {
  const url = new URL(href)
  url.searchParams.set(name, value)
  return url.href
}

function goTo(comment) {
  // Were it folded away, it could not be gone to.
  comment.dispatchEvent(new CustomEvent('comment-wanted', { bubbles: true }))
  comment.tabIndex = -1
  comment.focus({ preventScroll: true })
  comment.scrollIntoView({ block: 'center' })
}
