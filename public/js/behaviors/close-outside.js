/** An open menu closes by Escape, and when the reader goes on elsewhere. */
export function attach(menu) {
  const closeUnless = (inside) => {
    if (menu.open && !inside) menu.open = false
  }
  document.addEventListener('click', ({ target }) => closeUnless(menu.contains(target)))
  menu.addEventListener('focusout', ({ relatedTarget }) => closeUnless(relatedTarget === null || menu.contains(relatedTarget)))
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
}
