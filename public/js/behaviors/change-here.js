/** Changes and deletes comments where they stand. What doesn't come leads to the page that does the same without script. */
export function attach(section) {
  section.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-here]') : null
    // Another tab or window asked for: that one gets the page.
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    import('../comments/change.js').then(({ acts }) => acts[link.dataset.here](section, link)).catch(() => location.assign(link.href))
  })
}
