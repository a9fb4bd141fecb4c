/**
 * "12 / 2,000" beside a field, in code points as the server counts. `data-count-for` names the field. Too many or too few are said before the
 * form is sent: nobody waits for an upload to hear of it. With `data-count-late` it shows only when there is little room left.
 */
export function attach(counter) {
  const field = document.getElementById(counter.dataset.countFor)
  const [most, least] = [Number(counter.dataset.countMax), Number(counter.dataset.countMin ?? 0)]
  const problem = counter.appendChild(document.createElement('b'))
  problem.setAttribute('role', 'status')
  const figure = counter.appendChild(document.createElement('span'))
  const left = () => most - [...field.value].length
  const words = (text, count) => text.replace('{count}', count.toLocaleString())
  const wrong = () => {
    if (left() < 0) return words(counter.dataset.countOver ?? '', -left())
    const missing = least - [...field.value.trim()].length
    return missing > 0 && field.value.trim() !== '' ? words(counter.dataset.countUnder ?? '', missing) : ''
  }
  const show = () => {
    const isLate = counter.dataset.countLate !== undefined && left() > most / 10
    figure.textContent = isLate ? '' : `${(most - left()).toLocaleString()} / ${most.toLocaleString()}`
    counter.classList.toggle('is-over', left() < 0)
    if (left() >= 0) problem.textContent = ''
    else problem.textContent = `${wrong()} `
  }
  counter.replaceChildren(problem, figure)
  field.addEventListener('input', show)
  // Before whoever notes that the form has gone.
  field.form?.addEventListener('submit', (event) => refuse(event, { field, counter, problem, text: wrong() }), { capture: true })
  show()
}

function refuse(event, { field, counter, problem, text }) {
  if (text === '' || event.submitter?.formNoValidate || event.submitter?.value === 'preview') return
  event.preventDefault()
  event.stopImmediatePropagation()
  problem.textContent = `${text} `
  counter.scrollIntoView({ block: 'center' })
  // Where the editor stands in its place, that is what one writes in.
  const shown = field.hasAttribute('aria-hidden') ? field.form.querySelector('[contenteditable="true"]') : field
  shown?.focus()
}
