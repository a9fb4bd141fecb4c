const SWIPE = 48
const TAP = 10
const DOUBLE_TAP_MS = 300

/** One finger turns pages, pulls a large picture about, or swipes it away; two make it larger; two taps do too. A press beside it closes. */
export function followFingers(stage, picture, { zoom, turn, close }) {
  const fingers = new Map()
  let begun = null
  let lastTap = { at: 0, x: 0, y: 0 }

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    stage.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, pointOf(event))
    begun = fingers.size === 1 ? { ...pointOf(event), onPicture: event.target === picture } : null
  })

  stage.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    if (other) zoom.by(distance(now, other) / Math.max(distance(before, other), 1), middle(now, other))
    else if (zoom.isZoomed()) zoom.move(now.x - before.x, now.y - before.y)
  })

  stage.addEventListener('pointerup', (event) => {
    const from = begun
    lift(event)
    if (!from) return
    const [across, down] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.hypot(across, down) < TAP) tapped(event, from.onPicture)
    else if (zoom.isZoomed() || event.pointerType === 'mouse') return
    else if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(down)) turn(across < 0 ? 1 : -1)
    else if (down > SWIPE * 2) close()
  })
  stage.addEventListener('pointercancel', lift)

  function lift({ pointerId }) {
    fingers.delete(pointerId)
    begun = null
  }

  function tapped(event, onPicture) {
    const now = { at: event.timeStamp, ...pointOf(event) }
    const isSecond = now.at - lastTap.at < DOUBLE_TAP_MS && distance(now, lastTap) < SWIPE
    if (!onPicture) close()
    else if (isSecond) zoom.toggle(now)
    lastTap = isSecond ? { at: 0, x: 0, y: 0 } : now
  }
}

const pointOf = ({ clientX, clientY }) => ({ x: clientX, y: clientY })
const distance = (one, other) => Math.hypot(one.x - other.x, one.y - other.y)
const middle = (one, other) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
