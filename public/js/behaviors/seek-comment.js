/**
 * An address with the mark of a comment that stands on another page of the thread, by now or in this reader's order: its own address knows which.
 * Once for each mark, so that nobody is led in circles.
 */
export function attach(pages) {
  const seek = () => {
    const number = /^#comment-(\d+)$/.exec(location.hash)?.[1]
    if (!number || document.getElementById(`comment-${number}`)) return
    try {
      if (sessionStorage.getItem('sought-comment') === location.href) return
      sessionStorage.setItem('sought-comment', location.href)
      location.replace(`${pages.dataset.comments}/${number}`)
    } catch {
      // A browser that keeps nothing stays where it is.
    }
  }
  addEventListener('hashchange', seek)
  seek()
}
