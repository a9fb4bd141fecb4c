/** Hands the page's address to whatever the device shares with; where it can't, copies it and says so for a moment. */
export function attach(button) {
  const label = button.querySelector('[data-label]')
  const canShare = typeof navigator.share === 'function'
  if (!canShare) label.textContent = label.dataset.copy
  const before = label.textContent
  button.addEventListener('click', async () => {
    const { href } = document.querySelector('link[rel="canonical"]')
    if (canShare) return navigator.share({ title: document.title, url: href }).catch(() => {})
    await navigator.clipboard.writeText(href)
    label.textContent = button.dataset.done
    setTimeout(() => {
      label.textContent = before
    }, 2000)
  })
}
