import { createViewer } from '../viewer/viewer.js'

/** A press on a picture shows it as large as the screen, with the others of the text beside it. Without script the link leads to the picture. */
export function attach(text) {
  const links = [...text.querySelectorAll('a.picture')]
  if (links.length === 0) return
  const pictures = links.map((link) => ({ link, path: link.href, alt: link.querySelector('img').alt }))
  const viewer = createViewer(text.dataset, pictures)
  for (const [index, link] of links.entries()) {
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('click', (event) => {
      // With a key held, the reader wants the picture in a tab of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      viewer.open(index)
    })
  }
}
