/** Files that were pasted or dropped into the text go the way of those that are chosen: their Markdown comes back into the field. */
export function takeFiles(form, files) {
  const picker = form.elements.images
  if (!picker) return false
  const chosen = new DataTransfer()
  for (const file of files) chosen.items.add(file)
  picker.files = chosen.files
  picker.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** The page's own chooser, for pictures alone or for all that the board takes. */
export function pickFiles(form, kind) {
  const picker = form.elements.images
  const { accept } = picker
  if (kind === 'picture') picker.accept = 'image/*'
  picker.click()
  picker.accept = accept
}
