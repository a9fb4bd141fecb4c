/** "@" in a text offers members' names. What that takes is loaded with the first one that is typed. */
export function attach(field) {
  field.addEventListener('input', async function begin() {
    if (!field.value.slice(0, field.selectionStart).includes('@')) return
    field.removeEventListener('input', begin)
    const { offerNames } = await import('../mentions/offer-names.js').catch(() => ({}))
    offerNames?.(field)
  })
}
