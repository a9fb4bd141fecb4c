import type { Editor } from '@tiptap/core'

/** On a touch screen the bar stands above the keyboard while one writes, wherever the page is scrolled; it leaves its room where it was. */
export function floatBar(bar: HTMLElement, editor: Editor): void {
  const seen = window.visualViewport
  const dock = bar.parentElement
  if (!seen || !dock) return
  const touch = matchMedia('(pointer: coarse)')
  const place = () => {
    const floats = touch.matches && editor.isFocused
    if (floats && !bar.classList.contains('is-floating')) dock.style.minHeight = `${bar.offsetHeight}px`
    bar.classList.toggle('is-floating', floats)
    // What the keyboard covers of the page's height.
    bar.style.setProperty('--keyboard', `${Math.max(0, Math.round(window.innerHeight - seen.height - seen.offsetTop))}px`)
  }
  seen.addEventListener('resize', place)
  seen.addEventListener('scroll', place)
  editor.on('focus', place)
  editor.on('blur', place)
  editor.on('destroy', () => {
    seen.removeEventListener('resize', place)
    seen.removeEventListener('scroll', place)
    bar.classList.remove('is-floating')
  })
}
