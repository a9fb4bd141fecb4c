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
  const check = (event: SubmitEvent) => {
    const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
    const asked = fields.find((field) => field.dataset['invalid'])
    const isWrong = pressed === 'ok' && !isRight(answerOf(pressed))
    asked?.setCustomValidity(isWrong ? (asked.dataset['invalid'] ?? '') : '')
    if (!isWrong) return
    event.preventDefault()
    asked?.reportValidity()
  }
  const forgive = (event: Event) => {
    if (event.target instanceof HTMLInputElement) event.target.setCustomValidity('')
  }
  form.addEventListener('submit', check)
  form.addEventListener('input', forgive)
  // Escape leaves the value of the answer before.
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((answer) => {
    dialog.addEventListener(
      'close',
      () => {
        form.removeEventListener('submit', check)
        form.removeEventListener('input', forgive)
        answer(dialog.returnValue === '' ? null : answerOf(dialog.returnValue))
      },
      { once: true },
    )
  })
}
