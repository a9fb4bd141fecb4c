/** A textarea as tall as its text. Browsers that know `field-sizing` need no script. */
export function attach(textarea) {
  if (CSS.supports('field-sizing', 'content')) return
  const resize = () => {
    textarea.style.height = 'auto'
    textarea.style.height = `${textarea.scrollHeight + 2}px`
  }
  textarea.addEventListener('input', resize)
  resize()
}
