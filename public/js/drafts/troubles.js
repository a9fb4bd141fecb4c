import { logInHere } from './log-in-here.js'

/** How saving stands, beside the form's buttons; and what to do where something stands in its way. */
export function showTroubles(form, { goOn, putAside }) {
  const find = (name) => form.querySelector(`[data-draft-${name}]`)
  const [box, words, state] = ['trouble', 'words', 'state'].map(find)
  const buttons = Object.fromEntries(['newer', 'mine', 'list', 'log-in', 'local', 'drop'].map((name) => [name, find(name)]))
  let answered = {}
  const show = (text, ...names) => {
    words.textContent = text
    for (const [name, button] of Object.entries(buttons)) button.hidden = !names.includes(name)
    box.hidden = text === ''
    if (text !== '') state.textContent = ''
  }
  const none = (message) => {
    if (answered.status !== undefined) show('')
    answered = {}
    state.textContent = message
  }
  buttons.mine.addEventListener('click', () => {
    show('')
    goOn(answered.sequence)
  })
  buttons.newer.addEventListener('click', async (event) => {
    event.preventDefault()
    // What stands here goes among the earlier states of the other.
    await putAside()
    form.dispatchEvent(new Event('given-up'))
    location.assign(buttons.newer.href)
  })
  buttons['log-in'].addEventListener('click', (event) => {
    event.preventDefault()
    logInHere(() => {
      show('')
      goOn()
    }).catch(() => window.open(buttons['log-in'].href))
  })

  return {
    none,
    unsaved() {
      state.textContent = state.dataset.unsaved
    },
    tell(status, answer) {
      answered = { status, sequence: answer.sequence }
      if (answer.newer) buttons.newer.href = answer.newer.path
      if (status === 409) show(answer.error, 'mine', ...(answer.newer ? ['newer'] : []))
      else if (status === 401) show(state.dataset.sessionOver, 'log-in')
      else if (status === 422) show(answer.error, 'list')
      else if (status >= 500 || status === 429) state.textContent = state.dataset.unsaved
      else show(answer.error)
    },
    elsewhere(isOpen) {
      if (isOpen && box.hidden) show(state.dataset.elsewhere)
      else if (!isOpen && words.textContent === state.dataset.elsewhere) show('')
    },
    offerCopy({ take, drop }) {
      show(state.dataset.localLeft, 'local', 'drop')
      const settle = (act) => () => {
        show('')
        act()
      }
      buttons.local.addEventListener('click', settle(take), { once: true })
      buttons.drop.addEventListener('click', settle(drop), { once: true })
    },
  }
}
