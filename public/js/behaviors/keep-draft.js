import { asServed } from '../as-served.js'
import { giveBack, same, written } from '../drafts/form-fields.js'
import { copyName, dropCopy, leftBehind, nameOf, readCopy, writeCopy } from '../drafts/local-copies.js'
import { noteSent } from '../drafts/sent.js'

/** Keeps what is being written: in this browser with every key, and on the server where the form names a place for drafts. */
export async function attach(form) {
  const { draftOwner: owner, draftPath, cameBack } = form.dataset
  // Comments are kept in this browser alone, and load nothing of it.
  const { saveDrafts, meetOtherWindows } = draftPath ? await onServer() : {}
  const name = copyName(form)
  const served = written(asServed(form))
  let composing = false
  let kept = true
  let sending = false
  const keep = () => {
    kept = same(written(form), served) || writeCopy(name, { fields: written(form), from: served, answers: form.elements.parent?.value })
    if (draftPath) nameDraft(form.elements.draft.value)
  }
  // Half a syllable is nobody's text.
  form.addEventListener('compositionstart', () => {
    composing = true
  })
  form.addEventListener('compositionend', () => {
    composing = false
    keep()
  })
  form.addEventListener('input', () => composing || keep())
  const saving = draftPath && saveDrafts(form, { served, isComposing: () => composing, saved: (fields) => forget(name, fields) })
  if (saving) meetOtherWindows(form, saving.elsewhere)

  const copy = readCopy(name)
  if (copy && (cameBack !== undefined || same(copy.fields, written(form)))) dropCopy(name)
  else if (copy && same(copy.from, served)) {
    if (copy.answers) form.dataset.answers = copy.answers
    giveBack(form, copy.fields, served)
  } else if (copy && saving) saving.offerCopy({ take: () => giveBack(form, copy.fields, served), drop: () => dropCopy(name) })
  else if (saving) offerLeftBehind(saving, owner, form.elements.draft.value)

  form.addEventListener('submit', (event) => {
    // The page stays, and hears whether it was taken.
    if (event.defaultPrevented) return
    sending = true
    noteSent(name)
  })
  form.addEventListener('taken', () => dropCopy(name))
  addEventListener('pageshow', () => {
    sending = false
  })
  addEventListener('beforeunload', (event) => {
    if (!kept && !sending && !saving?.isSaved()) event.preventDefault()
  })
}

const onServer = async () => ({ ...(await import('../drafts/save-draft.js')), ...(await import('../drafts/other-windows.js')) })

/** The server has these words; what was typed since stays. */
function forget(name, fields) {
  if (same(readCopy(name)?.fields, fields)) dropCopy(name)
}

/** From now on the address says which draft this is: a reload, the back button and a browser that crashed open it again. */
function nameDraft(key) {
  const query = new URLSearchParams(location.search)
  if (query.get('draft') === key) return
  query.set('draft', key)
  history.replaceState(history.state, '', `${location.pathname}?${query}`)
}

function offerLeftBehind(saving, owner, key) {
  const asked = new URLSearchParams(location.search).get('draft')
  // The server knows of its end.
  if (asked && asked !== key) dropCopy(nameOf(owner, asked))
  const left = leftBehind(owner, nameOf(owner, key))
  if (!left) return
  const take = () => location.assign(`${location.pathname}?draft=${left.split(':').at(-1)}`)
  saving.offerCopy({ take, drop: () => dropCopy(left) })
}
