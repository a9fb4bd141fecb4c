import { showCounts, tell } from '../comments/insert.js'
import { isSeen } from './still.js'
import { belongsHere, insertStill, missing, says, tint } from './thread.js'

/** Says how many new comments there are: a press puts them in. What stands on another page of the thread, or was deleted meanwhile, stays out. */
export function offer(bar, mine, { html, last, isMore, ...counts }, again) {
  const section = bar.closest('.talk')
  const here = []
  const elsewhere = []
  for (const item of missing(html, mine.last)) (belongsHere(section, item, here) ? here : elsewhere).push(item)
  const said = here.filter(says)
  const other = elsewhere.filter(says)
  if (said.length > 0) show(bar, 'new', said.length, put)
  else if (other.length > 0)
    show(bar, 'elsewhere', other.length, () => location.assign(bar.dataset.path.replace(/since$/, other[0].dataset.number)))
  else {
    hide(bar, 'new', 'elsewhere')
    showCounts(counts)
    mine.last = last
    if (isMore) again()
  }

  async function put() {
    const fresh = await insertStill(section, here)
    tint(fresh)
    tell(section, { said: '', ...counts })
    if (other.length === 0) mine.last = last
    const first = fresh.find(says)
    if (fresh.some((item) => says(item) && isSeen(item))) {
      focus(first, { preventScroll: true })
      hide(bar)
    } else show(bar, 'go', 0, () => goTo(bar, first))
    if (isMore || other.length > 0) again()
  }
}

function goTo(bar, item) {
  // Were it folded away, it could not be gone to (fold-threads.js).
  item.dispatchEvent(new CustomEvent('comment-wanted', { bubbles: true }))
  item.scrollIntoView({ block: 'center' })
  focus(item)
  // Not before: a focus that comes from nowhere is drawn as if by keyboard.
  hide(bar)
}

function show(bar, kind, count, act) {
  const button = bar.querySelector('button') ?? newButton()
  const label = bar.dataset[kind].replace('{count}', count)
  button.dataset.kind = kind
  if (button.textContent !== label) button.textContent = label
  button.onclick = act
  if (!button.isConnected) bar.append(button)
}

/** Whatever it says, or if it says one of these. */
function hide(bar, ...kinds) {
  const button = bar.querySelector('button')
  if (button && (kinds.length === 0 || kinds.includes(button.dataset.kind))) button.remove()
}

function newButton() {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button--main'
  return button
}

function focus(item, options) {
  item.tabIndex = -1
  item.focus(options)
}
