/** On a phone, "back" leaves the picture and not the page: while the dialog is open the history is one step further. */
export function closeByBack(dialog) {
  addEventListener('popstate', () => {
    if (dialog.open) dialog.close()
  })
  dialog.addEventListener('close', () => {
    if (history.state?.viewer) history.back()
  })
  return () => history.pushState({ ...history.state, viewer: true }, '')
}
