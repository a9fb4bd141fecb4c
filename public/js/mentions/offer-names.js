import { askFor, createOffers, PAUSE_MS } from '../offers.js'
import { besideCaret } from './beside-caret.js'

/** An e-mail address is no call. */
const call = /(?:^|[^A-Za-z0-9._%+@/-])@([^\s@]{0,20})$/u
const MOST = 8

/**
 * Who talks on this page comes first, then who else begins so. Nothing of what is typed is touched until one is chosen.
 * @param caret where one writes: what stands before it (null where nobody is called), where on the page it is, and how so many letters become others
 * @returns what ends it
 */
export function offerNames(element, words, caret) {
  let asked = 0
  let chosen = null
  const typed = () => call.exec(caret.before() ?? '')?.[1]
  const { list, show, end } = createOffers(element, {
    ...{ label: words.mentionLabel, offered: words.mentionOffered },
    async choose(option) {
      await caret.settled?.()
      const begun = typed()
      if (begun === undefined) return
      chosen = option.textContent
      caret.replace(begun.length, chosen)
    },
  })
  const showNames = (names) => {
    show(names.map((name) => Object.assign(document.createElement('li'), { textContent: name })))
    const place = names.length > 0 && caret.place?.()
    if (place) besideCaret(list, place)
  }

  const ask = async () => {
    const mine = ++asked
    if (document.activeElement !== element) return
    const begun = typed()
    if (begun === undefined || begun === chosen) return show([])
    await new Promise((wait) => setTimeout(wait, PAUSE_MS))
    if (mine !== asked) return
    const here = namesOnPage().filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()))
    const others = begun === '' ? [] : await askFor(words.mentionFrom, begun)
    if (mine !== asked || document.activeElement !== element) return
    // A name that stands there whole is chosen already.
    const names = [...new Set([...here, ...others])].filter((name) => name !== begun && name !== words.mentionSelf)
    showNames(names.slice(0, MOST))
  }

  const ignore = caret.listen(ask)
  element.addEventListener('blur', () => {
    asked += 1
    show([])
  })
  void ask()
  return () => {
    asked += 1
    ignore()
    end()
  }
}

/** Whose names lead somewhere: former members and the anonymous can't be called. */
const namesOnPage = () => [...document.querySelectorAll('.comment .who a[href^="/members/"] b')].map((name) => name.textContent)
