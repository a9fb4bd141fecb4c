/** What of the page goes on paper is the style sheet's (print.css). */
export function attach(button) {
  button.addEventListener('click', () => {
    button.closest('details').open = false
    print()
  })
}
