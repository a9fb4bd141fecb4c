import { parsed } from '../comments/insert.js'
import { exchange, exchangeAbove, isInUse } from './exchange.js'
import { keepStill } from './still.js'
import { insertStill } from './thread.js'

const TRY_AGAIN_MS = 1_000

/** What comments became that are in use, by number; null for one that is gone. */
const waiting = new Map()
/** Numbers of those that went: they may come back. */
const taken = new Set()
let trying

/** Comments of this page that were changed or taken away, quietly. Those that the reader has to do with wait, and say so. */
export async function refresh(bar, { html, gone }) {
  const section = bar.closest('.talk')
  const back = []
  for (const comment of parsed(html)) {
    const number = Number(comment.dataset.number)
    if (document.getElementById(comment.id)) waiting.set(number, comment)
    else if (taken.delete(number)) back.push(comment)
    exchangeAbove(section, number, comment)
  }
  for (const number of gone) {
    waiting.set(number, null)
    exchangeAbove(section, number, null)
  }
  await settle(bar)
  if (back.length > 0) await insertStill(section, back)
}

/** All that can be exchanged by now. */
async function settle(bar, wanted = null) {
  clearTimeout(trying)
  const section = bar.closest('.talk')
  const ready = []
  for (const [number, comment] of waiting) {
    const standing = document.getElementById(`comment-${number}`)
    const isHeld = standing && number !== wanted && isHeldBack(standing, comment)
    if (isHeld) {
      mark(bar, standing, number)
      continue
    }
    waiting.delete(number)
    if (standing) ready.push({ number, standing, comment })
  }
  const touched = ready.map(({ standing }) => standing)
  if (ready.length > 0)
    await keepStill(
      section,
      () => {
        for (const one of ready) put(section, one)
      },
      touched,
    )
  if (waiting.size > 0) trying = setTimeout(() => settle(bar), TRY_AGAIN_MS)
}

/** Votes alone disturb nobody. What goes takes the place along at which one is. */
const isHeldBack = (standing, comment) =>
  comment === null
    ? isInUse(standing) || standing.contains(document.activeElement)
    : comment.dataset.state !== standing.dataset.state && isInUse(standing)

function put(section, { number, standing, comment }) {
  if (comment === null) {
    // The form in which somebody answers it does not go with it.
    standing.dispatchEvent(new Event('goes', { bubbles: true }))
    taken.add(number)
    standing.remove()
    return
  }
  const form = standing.querySelector('#comment-form')
  exchange(section, standing, comment)
  if (form) (comment.querySelector('article') ?? comment).append(form)
}

/** Who changes their own hears of it when they send. */
function mark(bar, standing, number) {
  const who = standing.querySelector('.who')
  if (!who || standing.querySelector('[data-changed], .say--edit')) return
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'badge', textContent: bar.dataset.changed })
  button.dataset.changed = ''
  button.addEventListener('click', () => settle(bar, number))
  // On a narrow screen it may take a line of its own: where one types stays where it is.
  const typing = standing.contains(document.activeElement) ? document.activeElement : null
  const before = typing?.getBoundingClientRect().top
  who.append(' ', button)
  if (typing) scrollBy({ top: typing.getBoundingClientRect().top - before, behavior: 'instant' })
}
