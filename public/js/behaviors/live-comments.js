/** Who leaves at once needs no stream. */
const STAYS_MS = 3_000
/** A hidden tab gives it up after this long, and hears of what it missed when it is looked at again. */
const HIDDEN_MS = navigator.locks ? 60_000 : 0
const TRY_AGAIN_MS = 10_000
/** One's own comment stands on the page by then. */
const WAITS_MS = 300

/** Hears that the comments have changed, and asks for what is new. */
export function attach(bar) {
  const { key, path, pace } = bar.dataset
  /** What this page shows, and the last comment that it knows of it. */
  const mine = { key, last: Number(bar.dataset.last) }
  let leave = null
  let asking = null
  let isStale = false

  /** All who show the post hear of it in the same moment: the more there are, the longer each may wait. */
  const heard = (listeners) => {
    isStale = true
    if (asking === null && !document.hidden) asking = setTimeout(ask, WAITS_MS + Math.random() * listeners * pace)
  }
  const again = () => heard(1)
  async function ask() {
    isStale = false
    const answer = await fetch(`${path}?after=${mine.last}`).catch(() => null)
    const fresh = answer?.ok ? await answer.json().catch(() => null) : null
    asking = null
    // Whoever may not read it any more needn't hear of it either.
    if (answer && answer.status >= 400 && answer.status < 429) return go()
    if (fresh === null) asking = setTimeout(ask, TRY_AGAIN_MS * (1 + Math.random()))
    else (await import('../live/offer.js')).offer(bar, mine, fresh, again)
    if (isStale) again()
  }

  // What one writes here is offered to nobody.
  bar.closest('.talk').addEventListener('written', () => bar.querySelector('button') && again())

  // Sent from this page it is no news here, should it have been offered meanwhile.
  bar.closest('.talk').addEventListener('written', () => bar.firstElementChild && again())
  const come = async () => {
    const { join } = await import('../live/tabs.js')
    if (document.hidden) return
    leave ??= join(mine, heard)
    if (isStale) again()
  }
  const go = () => {
    leave?.()
    leave = null
  }
  let turning = setTimeout(() => document.hidden || come(), STAYS_MS)
  document.addEventListener('visibilitychange', () => {
    clearTimeout(turning)
    turning = document.hidden ? setTimeout(go, HIDDEN_MS) : setTimeout(come)
  })
  addEventListener('pagehide', go)
  addEventListener('pageshow', ({ persisted }) => persisted && come())
}
