import type { Editor } from '@tiptap/core'
import { type Act, plainActs } from './acts.ts'
import { askingActs, type Doors } from './asking-acts.ts'
import { floatBar } from './float-bar.ts'

/** The buttons of the page (views/posts/_editor.ejs): one stop for Tab, arrows between them, Escape back to the text. */
export function attachToolbar(bar: HTMLElement, editor: Editor, doors: Doors): void {
  const acts = { ...plainActs, ...askingActs(doors) }
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button[data-act]')]
  // The text keeps the focus, and a phone its keyboard.
  bar.addEventListener('mousedown', (event) => event.preventDefault())
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-act]') : null
    if (!button || button.getAttribute('aria-disabled') === 'true') return
    // At once, not in the next frame: the next letter may be quicker.
    editor.view.focus()
    acts[button.dataset['act'] ?? '']?.run(editor)
  })
  bar.setAttribute('aria-controls', editor.view.dom.id)
  rove(bar, editor)
  floatBar(bar, editor)
  const show = () => {
    // Nothing near a syllable that is being composed moves.
    if (!editor.isDestroyed && !editor.view.composing) for (const button of buttons) showState(button, acts, editor)
  }
  let waits = false
  editor.on('transaction', () => {
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      show()
    })
  })
  editor.view.dom.addEventListener('compositionend', () => requestAnimationFrame(show))
  show()
}

function showState(button: HTMLButtonElement, acts: Record<string, Act>, editor: Editor): void {
  const act = acts[button.dataset['act'] ?? '']
  if (act?.isOn) button.setAttribute('aria-pressed', String(act.isOn(editor)))
  if (act?.can) button.setAttribute('aria-disabled', String(!act.can(editor)))
}

function rove(bar: HTMLElement, editor: Editor): void {
  const all = () => [...bar.querySelectorAll<HTMLButtonElement>('button')].filter((button) => button.checkVisibility())
  const goTo = (button: HTMLButtonElement | undefined) => {
    if (!button) return
    for (const each of bar.querySelectorAll('button')) each.tabIndex = each === button ? 0 : -1
    button.focus()
  }
  bar.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) for (const each of bar.querySelectorAll('button')) each.tabIndex = each === target ? 0 : -1
  })
  bar.addEventListener('keydown', (event) => {
    const buttons = all()
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape') editor.view.focus()
    else if (to === undefined) return
    else goTo(buttons.at(to % buttons.length))
    event.preventDefault()
  })
  editor.view.dom.addEventListener('keydown', (event) => {
    if (event.key !== 'F10' || !event.altKey) return
    event.preventDefault()
    goTo(all().find(({ tabIndex }) => tabIndex === 0) ?? all()[0])
  })
}
