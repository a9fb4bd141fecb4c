/** One empty row after the last filled one, and never fewer than the page shows without script; the fold of the others is not needed then. */
export function attach(fieldset) {
  const rows = [...fieldset.querySelectorAll('.poll-fields__row')]
  const fold = fieldset.querySelector('details')
  if (fold) fold.replaceWith(...rows.filter((row) => fold.contains(row)))
  const show = () => {
    const last = rows.findLastIndex((row) => row.querySelector('input').value !== '')
    const shown = Math.max(Number(fieldset.dataset.shown), last + 2)
    for (const [index, row] of rows.entries()) row.hidden = index >= shown
  }
  fieldset.addEventListener('input', show)
  show()
}
