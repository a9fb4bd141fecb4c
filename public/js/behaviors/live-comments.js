/** Who leaves at once needs no stream. */
const STAYS_MS = 3_000
/** A hidden tab gives it up after this long, and hears of what it missed when it is looked at again. */
const HIDDEN_MS = navigator.locks ? 60_000 : 0
const TRY_AGAIN_MS = 10_000
/** One's own comment stands on the page by then. */
const WAITS_MS = 300

/** Hears that the comments have changed, and asks for what is new and what became otherwise. */
export function attach(bar) {
  const { key, path, pace } = bar.dataset
  /** What this page shows, and the last comment and the last change that it knows of it. */
  const mine = { key, last: Number(bar.dataset.last), changes: Number(bar.dataset.changes) }
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
    const answer = await fetch(`${path}?after=${mine.last}&changes=${mine.changes}`).catch(() => null)
    const fresh = answer?.ok ? await answer.json().catch(() => null) : null
    asking = null
    // Whoever may not read it any more needn't hear of it either.
    if (answer && answer.status >= 400 && answer.status < 429) return go()
    if (fresh === null) asking = setTimeout(ask, TRY_AGAIN_MS * (1 + Math.random()))
    else await show(fresh)
    if (isStale) again()
  }

  async function show(fresh) {
    const [{ offer }, { refresh }] = await Promise.all([import('../live/offer.js'), import('../live/refresh.js')])
    mine.changes = fresh.changes
    await refresh(bar, fresh)
    offer(bar, mine, fresh, again)
    if (fresh.isMoreChanged) again()
  }

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
