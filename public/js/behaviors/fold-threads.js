const KEY = 'folded-threads'
const MOST = 500

/** Replies fold away below what they answer, and stay so in this browser. */
export function attach(section) {
  const list = section.querySelector('.comments')
  if (!list) return
  const post = Number(section.dataset.post)
  const folded = new Set(kept().flatMap(([id, number]) => (id === post ? [number] : [])))

  const draw = () => {
    for (const thread of threadsOf(list, folded)) {
      thread.comment.hidden = thread.isHidden
      drawButton(section, thread)
    }
  }
  const show = (comment) => {
    const above = threadsOf(list, folded).find((thread) => thread.comment === comment)?.above ?? []
    // Only for now: what the reader folded stays folded at the next visit.
    for (const { number } of above) folded.delete(number)
    draw()
  }

  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-fold-below]') : null
    if (!button) return
    const number = Number(button.closest('.comment').dataset.number)
    if (!folded.delete(number)) folded.add(number)
    keep(post, number, folded.has(number))
    draw()
  })
  section.addEventListener('comments-marked', draw)
  section.addEventListener('comment-wanted', ({ target }) => show(target))
  const showLinked = () => /^#comment-\d+$/.test(location.hash) && show(list.querySelector(location.hash))
  addEventListener('hashchange', showLinked)
  // Others come while one reads.
  new MutationObserver(draw).observe(list, { childList: true })
  draw()
  showLinked()
}

/** Each comment with what stands above it, how many replies below it and how many of them are new. */
function threadsOf(list, folded) {
  const threads = []
  let above = []
  for (const comment of list.children) {
    const [depth, number] = [Number(comment.dataset.depth), Number(comment.dataset.number)]
    above = above.filter((one) => one.depth < depth)
    for (const one of above) {
      one.replies += 1
      if (comment.classList.contains('is-new')) one.fresh += 1
    }
    const isHidden = above.some((one) => one.isFolded)
    const thread = { comment, depth, number, above, isHidden, isFolded: folded.has(number), replies: 0, fresh: 0 }
    threads.push(thread)
    above = [...above, thread]
  }
  return threads
}

function drawButton({ dataset }, { comment, replies, fresh, isFolded }) {
  const there = comment.querySelector('[data-fold-below]')
  if (replies === 0) return there?.remove()
  const button = there ?? document.createElement('button')
  button.type = 'button'
  button.dataset.foldBelow = ''
  button.setAttribute('aria-expanded', String(!isFolded))
  const label = (isFolded ? dataset.unfold : dataset.fold).replace('{count}', replies)
  button.textContent = isFolded && fresh > 0 ? `${label} · ${dataset.new} ${fresh}` : label
  if (there) return
  const acts = comment.querySelector('.do') ?? comment
  acts.append(button)
}

function keep(post, number, isFolded) {
  const others = kept().filter(([id, other]) => id !== post || other !== number)
  try {
    localStorage.setItem(KEY, JSON.stringify((isFolded ? [...others, [post, number]] : others).slice(-MOST)))
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}

function kept() {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(read) ? read.filter(Array.isArray) : []
  } catch {
    return []
  }
}
