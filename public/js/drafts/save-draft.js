import { same, written } from './form-fields.js'
import { tokenFromPage, useToken } from './log-in-here.js'
import { showTroubles } from './troubles.js'
import { PAUSE_MS, whenToSave } from './when-to-save.js'

const AGAIN_MS = 15_000
/** What a browser still sends for a page that is gone, all fields together. */
const LAST_WORDS = 60_000

/** Saves on the server three seconds after the last key, when the page is hidden and when it is left; never while a syllable is composed. */
export function saveDrafts(form, { served, isComposing, saved }) {
  const { elements } = form
  const tab = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  let known = served
  let base = Number(elements.draftBase.value)
  let sequence = base
  let stopped = false
  let underWay = null
  let renewed = false
  let timer
  const later = (milliseconds) => {
    clearTimeout(timer)
    timer = setTimeout(save, milliseconds)
  }
  const send = (body, keepalive = false) =>
    fetch(form.dataset.draftPath, { method: 'POST', body, keepalive, headers: { 'X-Requested-With': 'fetch', Accept: 'application/json' } })
  const troubles = showTroubles(form, {
    async goOn(from = base) {
      base = from
      sequence = from
      stopped = false
      known = null
      await save()
    },
    putAside: () => send(bodyOf(form, { tab, base, sequence, aside: 'yes' })).catch(() => {}),
  })

  async function save({ leaving = false } = {}) {
    clearTimeout(timer)
    const fields = written(form)
    if (stopped || same(fields, known) || same(fields, underWay)) return
    if (isComposing() && !leaving) return later(PAUSE_MS)
    if (underWay && !leaving) return later(PAUSE_MS)
    underWay = fields
    sequence += 1
    try {
      const body = bodyOf(form, { tab, base, sequence })
      const response = await send(body, leaving && sizeOf(body) < LAST_WORDS)
      await take(response, fields)
    } catch {
      troubles.unsaved()
      later(AGAIN_MS)
    } finally {
      if (underWay === fields) underWay = null
    }
  }

  async function take(response, fields) {
    const answer = await response.json()
    if (response.ok) {
      base = Math.max(base, answer.sequence)
      sequence = Math.max(sequence, base)
      elements.draftBase.value = base
      known = fields
      renewed = false
      saved(fields)
      return troubles.none(answer.message)
    }
    // Another window has logged in anew: this page's token is of a session that is over.
    if (response.status === 403 && !renewed && useToken(await tokenFromPage(location.href))) {
      renewed = true
      return later(0)
    }
    stopped = [401, 403, 409].includes(response.status)
    if (response.status >= 500 || response.status === 429) later(AGAIN_MS)
    troubles.tell(response.status, answer)
  }

  whenToSave(form, {
    soon: later,
    leaving: () => save({ leaving: true }),
    atOnce: () => save(),
    sending(isSending) {
      stopped = isSending
    },
  })
  return { ...troubles, isSaved: () => same(written(form), known) }
}

function bodyOf(form, { tab, base, sequence, ...more }) {
  const body = new FormData(form)
  for (const name of ['images', 'action', 'submissionKey']) body.delete(name)
  for (const [name, value] of Object.entries({ draftBase: base, draftSequence: sequence, draftTab: tab, ...more })) body.set(name, value)
  return body
}

const sizeOf = (body) => new Blob([...body.values()]).size + 200 * [...body.keys()].length
