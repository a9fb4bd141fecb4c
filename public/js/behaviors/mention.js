/** "@" in a text offers members' names. What that takes is loaded with the first one that is typed. */
export function attach(field) {
  const before = () => field.value.slice(0, field.selectionStart)
  field.addEventListener('input', async function begin() {
    // What an editor writes into its field is offered nothing there.
    if (document.activeElement !== field || !before().includes('@')) return
    field.removeEventListener('input', begin)
    const [{ offerNames }, { caretIn }] = await Promise.all([
      import('../mentions/offer-names.js').catch(() => ({})),
      import('../mentions/beside-caret.js').catch(() => ({})),
    ])
    offerNames?.(field, field.dataset, {
      before,
      // A short field has its list below it.
      place: () => (field.rows > 6 ? caretIn?.(field) : null),
      replace(letters, name) {
        const end = field.selectionStart
        field.setRangeText(name, end - letters, end, 'end')
        field.dispatchEvent(new Event('input', { bubbles: true }))
      },
      listen: (ask) => {
        field.addEventListener('input', ask)
        return () => field.removeEventListener('input', ask)
      },
    })
  })
}
