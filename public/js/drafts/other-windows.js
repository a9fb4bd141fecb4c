import { nameOf } from './local-copies.js'

/**
 * One draft in two windows of this browser: both say so, before one writes over the other, and stop saying it when they are alone again. Another device
 * learns it from the server when it saves.
 */
export function meetOtherWindows(form, tell) {
  const others = new Set()
  const me = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let channel
  const say = (what) => channel.postMessage({ what, from: me })
  const enter = () => {
    channel = new BroadcastChannel(nameOf(form.dataset.draftOwner, form.elements.draft.value))
    channel.addEventListener('message', ({ data: { what, from } }) => {
      if (what === 'left') others.delete(from)
      else others.add(from)
      if (what === 'entered') say('here')
      tell(others.size > 0)
    })
    say('entered')
  }
  enter()
  addEventListener('pagehide', () => {
    say('left')
    channel.close()
    others.clear()
  })
  addEventListener('pageshow', ({ persisted }) => persisted && enter())
}
