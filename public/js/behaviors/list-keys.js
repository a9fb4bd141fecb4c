/** Single keys, as readers of many boards know them. Never while somebody types, and not for who switched them off. */
export function attach(list) {
  const help = list.querySelector('dialog')
  const press = (selector) => document.querySelector(selector)?.click()
  const acts = {
    j: () => step(list, 1),
    k: () => step(list, -1),
    o: () => list.contains(document.activeElement) && document.activeElement.click(),
    // The first in the page: new comments of a post, else the list.
    n: () => press('p:not([hidden]) > [data-key="n"], .list .pages [rel="next"]'),
    p: () => press('.list .pages [rel="prev"]'),
    u: () => press('[data-key="u"]'),
    c: () => press('[data-key="c"]'),
    '/': () => (document.getElementById('board-search') ?? document.getElementById('site-search')).focus(),
    '?': () => help.showModal(),
  }
  list.querySelector('[data-keys-help]').addEventListener('click', () => help.showModal())
  document.addEventListener('keydown', (event) => {
    if (document.documentElement.dataset.keys === 'off' || isTyping(event) || document.querySelector('dialog[open]')) return
    const act = acts[keyOf(event)]
    if (!act) return
    event.preventDefault()
    act()
  })
}

const isTyping = ({ target, isComposing, ctrlKey, metaKey, altKey, defaultPrevented }) =>
  isComposing ||
  ctrlKey ||
  metaKey ||
  altKey ||
  defaultPrevented ||
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null)

/** On a Korean keyboard the J key says ㅓ: outside of a field it is the key that counts. */
const keyOf = ({ key, code }) => (/^([ㄱ-ㅣ]|Process)$/.test(key) ? code.replace(/^Key/, '').toLowerCase() : key)

function step(list, by) {
  const stops = [...list.querySelectorAll('.row a.t, .faq summary')].filter((stop) => stop.checkVisibility())
  const at = stops.findIndex((stop) => stop.closest('.row') === document.activeElement.closest('.row'))
  const from = at >= 0 ? at : stops.findIndex((stop) => stop.closest('.is-open, .is-last'))
  const stop = stops[from < 0 ? 0 : Math.min(Math.max(from + by, 0), stops.length - 1)]
  stop?.focus({ preventScroll: true })
  stop?.closest('.row').scrollIntoView({ block: 'nearest' })
}
