const SVG = 'http://www.w3.org/2000/svg'
/** A spot that is higher than this is a moment on an axis, marked by a line; others are cells. */
const CELL = 60

/** Values of a chart under pointer, finger and arrow keys. They stand in the drawing, as titles that browsers show without script. */
export function attach(figure) {
  const tip = document.createElement('output')
  tip.className = 'chart__tip'
  figure.append(tip)
  for (const drawing of figure.querySelectorAll('svg[role="img"]')) listen(drawing, tip)
}

function listen(drawing, tip) {
  const spots = [...drawing.querySelectorAll('.spot')].map(readSpot)
  if (spots.length === 0) return
  const marker = document.createElementNS(SVG, 'g')
  let current = null
  const show = (spot, live) => {
    if (spot === null && current === null) return
    current = spot
    tip.ariaLive = live
    tip.textContent = spot?.says ?? ''
    marker.replaceChildren(...(spot === null ? [] : signsOf(spot)))
    if (spot !== null) place(tip, spot)
  }
  drawing.append(marker)
  drawing.tabIndex = 0
  drawing.setAttribute('aria-keyshortcuts', 'ArrowLeft ArrowRight ArrowUp ArrowDown')
  const point = ({ target }) => show(spots.find(({ element }) => element === target) ?? null, 'off')
  drawing.addEventListener('pointermove', point)
  drawing.addEventListener('pointerdown', point)
  drawing.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && show(null, 'off'))
  drawing.addEventListener('blur', () => show(null, 'off'))
  drawing.addEventListener('keydown', (event) => {
    const spot = event.ctrlKey || event.metaKey || event.altKey ? undefined : next(event.key, spots, current)
    if (!spot) return
    event.preventDefault()
    show(spot, 'polite')
  })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && show(null, 'off'))
  document.addEventListener('pointerdown', ({ target }) => drawing.contains(target) || show(null, 'off'))
}

function readSpot(element) {
  const title = element.querySelector('title')
  const says = title.textContent
  // Two bubbles would stand over each other.
  title.remove()
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(element.getAttribute(name)))
  const at = 'x' in element.dataset ? { x: Number(element.dataset.x), y: Number(element.dataset.y) } : null
  return { element, says, x, y, width, height, at, middle: { x: x + width / 2, y: y + height / 2 } }
}

/** The nearest in the direction of the key; undefined: the key means nothing here. */
function next(key, spots, current) {
  if (key === 'Home') return spots[0]
  if (key === 'End') return spots.at(-1)
  const [across, by] = { ArrowLeft: ['x', -1], ArrowRight: ['x', 1], ArrowUp: ['y', -1], ArrowDown: ['y', 1] }[key] ?? []
  if (across === undefined) return undefined
  if (current === null) return by > 0 ? spots[0] : spots.at(-1)
  const aside = across === 'x' ? 'y' : 'x'
  const way = (spot) => (spot.middle[across] - current.middle[across]) * by
  const off = (spot) => Math.abs(spot.middle[aside] - current.middle[aside])
  const ahead = spots.filter((spot) => way(spot) > 0.01 && (across === 'y' || off(spot) < 1))
  // Up and down pages too, where a chart has one row alone.
  if (ahead.length === 0) return across === 'x' || spots.some((spot) => off(spot) < 1 && spot !== current) ? current : undefined
  return ahead.reduce((best, spot) => (way(spot) * 100 + off(spot) < way(best) * 100 + off(best) ? spot : best))
}

function signsOf({ x, y, width, height, at, middle }) {
  const line = { x1: at?.x ?? middle.x, x2: at?.x ?? middle.x, y1: y, y2: y + height }
  const dot = height > CELL && at ? [draw('circle', { cx: at.x, cy: at.y, r: 4 })] : []
  return [height > CELL ? draw('line', line) : draw('rect', { x, y, width, height }), ...dot]
}

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name)
  element.setAttribute('class', 'marker')
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  return element
}

/** Over the value, or below it where there is no room; never beside the picture. */
function place(tip, { element, y, height, at }) {
  const [figure, spot] = [tip.parentElement.getBoundingClientRect(), element.getBoundingClientRect()]
  const scale = spot.height / height
  const value = spot.top - figure.top + ((at?.y ?? y) - y) * scale
  const middle = spot.left - figure.left + spot.width / 2
  tip.style.left = `${Math.min(Math.max(0, middle - tip.offsetWidth / 2), figure.width - tip.offsetWidth)}px`
  tip.style.top = `${value > tip.offsetHeight + 14 ? value - tip.offsetHeight - 14 : value + 16}px`
}
