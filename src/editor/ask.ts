export type Answer = Record<string, string> & { pressed: string }

/** One of the page's questions (views/posts/_editor-dialogs.ejs). Null: it was put away. `isRight` may find fault with an answer, which then stays. */
export function ask(
  name: string,
  given: Record<string, string>,
  { isRight = () => true, extra = true }: { isRight?: (answer: Answer) => boolean; extra?: boolean } = {},
): Promise<Answer | null> {
  const dialog = document.querySelector<HTMLDialogElement>(`dialog[data-ask="${name}"]`)
  const form = dialog?.querySelector('form')
  if (!dialog || !form) return Promise.resolve(null)
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')]
  for (const field of fields) if (field.name in given) field.value = given[field.name] ?? ''
  form.querySelector<HTMLElement>('[data-extra]')?.toggleAttribute('hidden', !extra)
  const answerOf = (pressed: string): Answer => ({ ...Object.fromEntries(fields.map((field) => [field.name, field.value])), pressed })
  const asked = fields.find((field) => field.dataset['invalid'])
  const forgive = () => asked?.setCustomValidity('')
  return showDialog(dialog, (pressed) => {
    const isWrong = pressed === 'ok' && !isRight(answerOf(pressed))
    asked?.setCustomValidity(isWrong ? (asked.dataset['invalid'] ?? '') : '')
    asked?.addEventListener('input', forgive, { once: true })
    if (isWrong) asked?.reportValidity()
    return !isWrong
  }).then((pressed) => (pressed === '' ? null : answerOf(pressed)))
}

/** Which button was pressed, '' for none. Told in the same turn, not when the browser says that it is closed: the next letter may come before that. */
export function showDialog(dialog: HTMLDialogElement, mayClose: (pressed: string) => boolean = () => true): Promise<string> {
  const ends = new AbortController()
  const { signal } = ends
  dialog.showModal()
  return new Promise((tell) => {
    const close = (event: Event, pressed: string) => {
      event.preventDefault()
      if (!mayClose(pressed)) return
      ends.abort()
      dialog.close()
      tell(pressed)
    }
    dialog.addEventListener('submit', (event) => close(event, event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''), {
      signal,
    })
    dialog.addEventListener('cancel', (event) => close(event, ''), { signal })
  })
}
