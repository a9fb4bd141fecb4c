/** Puts one text in place of another; undo takes it back, as far as the browser lets it. */
export function attach(button) {
  button.addEventListener('click', () => {
    const into = document.getElementById(button.dataset.into)
    into.focus()
    into.select()
    const text = document.getElementById(button.dataset.from).value
    if (!document.execCommand('insertText', false, text)) into.value = text
    into.dispatchEvent(new Event('input', { bubbles: true }))
    into.form.dispatchEvent(new Event('restored'))
  })
}
