import './shown.js'

/** One page view in five is measured: of a thousand a day that is enough to tell the slowest quarter, and all others load nothing more. */
const MEASURED = 0.2
const refused = navigator.globalPrivacyControl || navigator.doNotTrack === '1'
if (!refused && Math.random() < MEASURED) addEventListener('load', () => import('./felt.js').catch(() => {}))

// A form was sent from this tab: where that led tells whether it was taken.
try {
  if (sessionStorage.getItem('sent') !== null) await import('./drafts/sent.js')
} catch {
  // A browser that keeps nothing.
}

/**
 * Every page works without script. What a page asks for by `data-behavior="name"` is loaded from behaviors/name.js and given its element, which
 * somebody may have used by then: what they did there before is taken up by attach().
 */
const attached = [...document.querySelectorAll('[data-behavior]')].flatMap((element) =>
  element.dataset.behavior.split(' ').map((name) =>
    import(`./behaviors/${name}.js`).then(
      ({ attach }) => attach(element),
      (error) => console.warn(`behavior ${name}`, error),
    ),
  ),
)
// Buttons that do nothing without script show from now on (modes.css).
await Promise.allSettled(attached)
document.documentElement.dataset.attached = ''
