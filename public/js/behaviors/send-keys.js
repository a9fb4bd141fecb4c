/** Ctrl/Cmd+Enter sends the form. Not while a syllable is being composed: that Enter belongs to the keyboard. */
export function attach(textarea) {
  textarea.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    textarea.form.requestSubmit()
  })
}
