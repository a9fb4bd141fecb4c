import { attachIn } from './attach.js'
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

// Every page works without script.
await attachIn(document)
// Buttons that do nothing without script show from now on (modes.css).
document.documentElement.dataset.attached = ''
