import type { Page } from 'playwright-core'

/** Notes what a page does while a syllable is open: how often its form hears of input, and which attributes of the text change. */
export const watchComposing = (page: Page): Promise<void> => page.evaluate(watch)

export const seenWhileComposing = (page: Page): Promise<{ inputs: number; changes: string[] }> => page.evaluate('seenWhileComposing')

const watch = `
  globalThis.seenWhileComposing = { inputs: 0, changes: [] }
  const text = document.querySelector('.ProseMirror')
  let open = false
  text.addEventListener('compositionstart', () => { open = true }, true)
  text.addEventListener('compositionend', () => { open = false }, true)
  document.querySelector('#post-form').addEventListener('input', () => { if (open) seenWhileComposing.inputs += 1 })
  new MutationObserver((records) => {
    if (open) for (const { target, attributeName, oldValue } of records) {
      const value = target.getAttribute(attributeName)
      if (value !== oldValue) seenWhileComposing.changes.push([target.nodeName, attributeName, oldValue, value].join(' '))
    }
  }).observe(text, { attributeOldValue: true, subtree: true })
`
