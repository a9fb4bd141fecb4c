import { deriveKey } from '../altcha/algorithms/web/pbkdf2.js'
import { solveChallenge } from '../altcha/pow.js'

/** A guest's browser shows that it did some work, while its owner writes. Without it a post waits until somebody has looked at it. */
export function attach(field) {
  const { form } = field
  const state = form.querySelector('[data-work-state]')
  let proved = false
  const proving = prove(field)
    .catch((error) => console.warn('proof of work', error))
    .then(() => {
      proved = true
    })
  form.addEventListener('submit', async (event) => {
    if (proved) return
    event.preventDefault()
    state.textContent = field.dataset.working
    await proving
    form.requestSubmit(event.submitter)
  })
}

async function prove(field) {
  // Only where the connection is safe do browsers do such work.
  if (!globalThis.crypto?.subtle) return
  const challenge = await (await fetch(field.dataset.workPath)).json()
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 60_000 })
  if (solution) field.value = btoa(JSON.stringify({ challenge, solution }))
}
