/** "12 / 2,000" beside a field, in code points as the server counts. `data-count-for` names the field. */
export function attach(counter) {
  const field = document.getElementById(counter.dataset.countFor)
  const show = () => {
    counter.textContent = `${[...field.value].length.toLocaleString()} / ${Number(counter.dataset.countMax).toLocaleString()}`
  }
  field.addEventListener('input', show)
  show()
}
