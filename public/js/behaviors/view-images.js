import { createViewer } from '../image-viewer.js'

/** A press on a picture shows it as large as the screen; arrows and swipes lead to the others of the text. */
export function attach(text) {
  const images = [...text.querySelectorAll('img')].filter((image) => !image.closest('a'))
  if (images.length === 0) return
  const viewer = createViewer(text.dataset, images)
  for (const [index, image] of images.entries()) {
    image.tabIndex = 0
    image.setAttribute('role', 'button')
    image.setAttribute('aria-haspopup', 'dialog')
    if (image.alt === '') image.setAttribute('aria-label', text.dataset.enlarge)
    image.addEventListener('click', () => viewer.open(index))
    image.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      viewer.open(index)
    })
  }
}
