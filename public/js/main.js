import './shown.js'

/** One page view in five is measured: of a thousand a day that is enough to tell the slowest quarter, and all others load nothing more. */
const MEASURED = 0.2
const refused = navigator.globalPrivacyControl || navigator.doNotTrack === '1'
if (!refused && Math.random() < MEASURED) addEventListener('load', () => import('./felt.js').catch(() => {}))

/** Every page works without script. What a page asks for by `data-behavior="name"` is loaded from behaviors/name.js and given its element. */
for (const element of document.querySelectorAll('[data-behavior]')) {
  for (const name of element.dataset.behavior.split(' ')) {
    import(`./behaviors/${name}.js`).then(
      ({ attach }) => attach(element),
      (error) => console.warn(`behavior ${name}`, error),
    )
  }
}
