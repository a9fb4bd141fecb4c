const KEY = 'came-from'

/** The row of the post that was read last stays marked in this tab, and who comes back finds the keyboard where it was. */
export function attach(list) {
  const open = list.querySelector('.is-open')
  if (open) sessionStorage.setItem(KEY, open.dataset.post)
  list.addEventListener('click', (event) => {
    const row = event.target instanceof Element && event.target.closest('a') && event.target.closest('.row')
    if (row) sessionStorage.setItem(KEY, row.dataset.post)
  })
  const mark = () => {
    const row = list.querySelector(`.row[data-post="${CSS.escape(sessionStorage.getItem(KEY) ?? '')}"]:not(.is-open)`)
    for (const before of list.querySelectorAll('.is-last')) before.classList.remove('is-last')
    row?.classList.add('is-last')
    return row
  }
  const row = mark()
  if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward')
    row?.querySelector('a.t, summary').focus({ preventScroll: true })
  // A page that the browser had kept comes back as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && mark())
}
