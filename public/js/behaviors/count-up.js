/**
 * The counter runs from the figures that this browser saw last to those of now, once they are in sight: what has grown is seen to grow, and what
 * stands still stands still. Only what the eye sees runs: the text that is heard, copied and takes the room is the figure of now from the start.
 */
export function attach(counter) {
  const figures = [...counter.querySelectorAll('dd[data-visits]')].map(figureOf)
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    const before = remembered()
    remember(Object.fromEntries(figures.map(({ name, value }) => [name, value])))
    const grown = figures.filter(({ name, value }) => before[name] < value)
    if (mayMove() && grown.length > 0) run(grown.map((figure) => ({ ...figure, from: before[figure.name] })))
  }).observe(counter)
}

const KEY = 'visits'
const SLOWEST_MS = 900
/** One more is there at once, a hundred more take their time. */
const PER_STEP_MS = 90

const mayMove = () =>
  CSS.supports('content', '"" / ""') && !matchMedia('(prefers-reduced-motion: reduce), (forced-colors: active), print').matches

function figureOf(place) {
  const parts = [...place.querySelectorAll('[data-figure]')]
  const text = parts.map(({ textContent }) => textContent).join('')
  return { name: place.dataset.visits, parts, text, value: Number(text.replace(/\D/g, '')) }
}

function run(figures) {
  const startedAt = performance.now()
  const longest = Math.min(SLOWEST_MS, PER_STEP_MS * Math.max(...figures.map(({ from, value }) => value - from)))
  const step = () => {
    const passed = Math.min((performance.now() - startedAt) / longest, 1)
    const eased = 1 - (1 - passed) ** 3
    for (const { parts, text, from, value } of figures)
      show(parts, passed < 1 ? inShape(Math.floor(from + (value - from) * eased), text) : null)
    if (passed < 1) requestAnimationFrame(step)
  }
  step()
}

/** As long as the figure of now, with room in front where it was shorter: nothing moves sideways. */
function inShape(value, text) {
  const digits = [...String(value)]
  const room = (sign) => (/\d/.test(sign) ? '\u2007' : '\u2008')
  return [...text].reduceRight((shown, sign) => (digits.length === 0 ? room(sign) : /\d/.test(sign) ? digits.pop() : sign) + shown, '')
}

function show(parts, text) {
  let rest = text
  for (const part of parts) {
    const { length } = part.textContent
    if (text === null) delete part.dataset.now
    else part.dataset.now = rest.slice(0, length)
    rest = rest?.slice(length)
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {}
  } catch {
    return {}
  }
}

function remember(figures) {
  try {
    localStorage.setItem(KEY, JSON.stringify(figures))
  } catch {
    // A browser that keeps nothing sees nothing run.
  }
}
