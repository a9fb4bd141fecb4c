import { createViewer } from '../viewer/viewer.js'

/** A press on a picture shows it as large as the screen, with the others of the text beside it. Without script the link leads to the picture. */
export function attach(text) {
  for (const image of text.querySelectorAll('img')) if (!image.closest('a')) linkToItself(image, text.dataset.viewer)
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

/** As texts are rendered now; one that was rendered before has its pictures bare. */
function linkToItself(image, words) {
  const link = document.createElement('a')
  link.className = 'picture'
  link.href = image.src
  if (image.alt === '') link.setAttribute('aria-label', words)
  image.replaceWith(link)
  link.append(image)
}
