import './shown.js'

/** Every page works without script. What a page asks for by `data-behavior="name"` is loaded from behaviors/name.js and given its element. */
for (const element of document.querySelectorAll('[data-behavior]')) {
  for (const name of element.dataset.behavior.split(' ')) {
    import(`./behaviors/${name}.js`).then(
      ({ attach }) => attach(element),
      (error) => console.warn(`behavior ${name}`, error),
    )
  }
}
