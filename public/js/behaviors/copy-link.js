/** Copies the address of the page; the button says so for a moment. */
export function attach(button) {
  button.hidden = false
  const label = button.querySelector('[data-label]') ?? button
  const before = label.textContent
  button.addEventListener('click', async () => {
    const { href } = document.querySelector('link[rel="canonical"]')
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ title: document.title, url: href }).catch(() => {})
      return
    }
    await navigator.clipboard.writeText(href)
    label.textContent = button.dataset.done
    setTimeout(() => {
      label.textContent = before
    }, 2000)
  })
}
