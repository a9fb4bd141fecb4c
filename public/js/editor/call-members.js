/** "@" in the rich editor offers members' names as it does in a field. @returns what ends it */
export function callMembers(editor, { field, caret }) {
  let end = null
  const begin = async () => {
    if (end || !caret.before()?.includes('@')) return
    end = () => {}
    const { offerNames } = await import('../mentions/offer-names.js').catch(() => ({}))
    // Closed while it was on its way.
    if (offerNames && !editor.isDestroyed) end = offerNames(editor.view.dom, field.dataset, caret)
  }
  editor.on('update', begin)
  return () => {
    editor.off('update', begin)
    end?.()
  }
}
