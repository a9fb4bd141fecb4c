/**
 * A press on a picture shows it as large as the screen, with the others of the text beside it. Without script the link leads to the picture.
 * The viewer itself comes when somebody reaches for a picture: most readers never do.
 */
export function attach(text) {
  for (const image of text.querySelectorAll('img')) if (!image.closest('a')) linkToItself(image, text.dataset.viewer)
  const links = [...text.querySelectorAll('a.picture')]
  const pictures = links.map((link) => ({ link, path: link.href, alt: link.querySelector('img').alt }))
  let viewer = null
  const load = () => {
    viewer ??= import('../viewer/viewer.js').then(({ createViewer }) => createViewer(text.dataset, pictures))
    return viewer
  }
  for (const [index, link] of links.entries()) {
    link.setAttribute('aria-haspopup', 'dialog')
    for (const sign of ['pointerover', 'focus']) link.addEventListener(sign, () => load().catch(() => {}), { once: true })
    link.addEventListener('click', (event) => {
      // With a key held, the reader wants the picture in a tab of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      load().then(
        ({ open }) => open(index),
        () => location.assign(link.href),
      )
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
