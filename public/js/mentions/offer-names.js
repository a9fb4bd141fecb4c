import { askFor, createOffers, PAUSE_MS } from '../offers.js'

/** An e-mail address is no call. */
const call = /(?:^|[^A-Za-z0-9._%+@/-])@([^\s@]{0,20})$/u
const MOST = 8

/** Who talks on this page comes first, then who else begins so. Nothing of what is typed is touched until one is chosen. */
export function offerNames(field) {
  let asked = 0
  let chosen = null
  const self = field.dataset.mentionSelf
  const typed = () => call.exec(field.value.slice(0, field.selectionStart))?.[1]
  const { show } = createOffers(field, {
    ...{ label: field.dataset.mentionLabel, offered: field.dataset.mentionOffered },
    choose(option) {
      const end = field.selectionStart
      const begun = typed()
      if (begun === undefined) return
      chosen = option.textContent
      field.setRangeText(chosen, end - begun.length, end, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })

  const ask = async () => {
    const mine = ++asked
    const begun = typed()
    if (begun === undefined || begun === chosen) return show([])
    await new Promise((wait) => setTimeout(wait, PAUSE_MS))
    if (mine !== asked) return
    const here = namesOnPage().filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()))
    const others = begun === '' ? [] : await askFor(field.dataset.mentionFrom, begun)
    if (mine !== asked || document.activeElement !== field) return
    // A name that stands there whole is chosen already.
    const names = [...new Set([...here, ...others])].filter((name) => name !== begun && name !== self)
    show(names.slice(0, MOST).map((name) => Object.assign(document.createElement('li'), { textContent: name })))
  }

  field.addEventListener('input', ask)
  field.addEventListener('blur', () => {
    asked += 1
    show([])
  })
  void ask()
}

/** Whose names lead somewhere: former members and the anonymous can't be called. */
const namesOnPage = () => [...document.querySelectorAll('.comment .who a[href^="/members/"] b')].map((name) => name.textContent)
