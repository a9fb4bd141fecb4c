import { beacon } from './shown.js'
import { onCLS, onINP, onLCP } from './web-vitals.js'

/** How fast this page felt is told once, when it is left. Of who read it nothing is told. */
const KEY = 'screen-told'
const path = location.pathname
const values = {}
let told = false

const note = ({ name, value }) => {
  values[name.toLowerCase()] = name === 'CLS' ? value.toFixed(4) : Math.round(value)
}
onLCP(note)
onINP(note)
onCLS(note)

const tell = () => {
  if (told || Object.keys(values).length === 0) return
  told = true
  beacon('/visitors/felt', { path, ...values, ...screenOfToday() })
}
// At the window, behind those who take the last measures at the document.
addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell())

/** Once a day: this browser remembers that it told, so that nobody else has to know it again. */
function screenOfToday() {
  const today = new Date().toDateString()
  try {
    if (localStorage.getItem(KEY) === today) return {}
    localStorage.setItem(KEY, today)
  } catch {
    // It would be counted with every page.
    return {}
  }
  const { width, height } = screen
  const name = Math.min(width, height) <= 480 ? 'phone' : width <= 1024 ? 'tablet' : width < 1920 ? 'desk' : 'wide'
  return { screen: devicePixelRatio < 1.5 ? name : `${name}-dense` }
}
