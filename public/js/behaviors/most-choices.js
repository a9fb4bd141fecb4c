/** No more boxes are ticked than may be: those that are left wait until one is free again. A single choice has radio buttons, which do so themselves. */
export function attach(form) {
  const boxes = [...form.querySelectorAll('[type="checkbox"]')]
  const show = () => {
    const full = boxes.filter(({ checked }) => checked).length >= Number(form.dataset.most)
    for (const box of boxes) box.disabled = full && !box.checked
  }
  form.addEventListener('change', show)
  show()
}
