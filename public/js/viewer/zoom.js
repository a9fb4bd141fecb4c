const LARGEST = 5
const TOGGLED = 2.5

/** How large the picture is and where it lies, never so far aside that the stage is empty. */
export function createZoom(stage, picture) {
  let [scale, x, y] = [1, 0, 0]

  const apply = () => {
    const [roomX, roomY] = [(picture.offsetWidth * scale - stage.clientWidth) / 2, (picture.offsetHeight * scale - stage.clientHeight) / 2]
    x = Math.min(Math.max(x, -Math.max(roomX, 0)), Math.max(roomX, 0))
    y = Math.min(Math.max(y, -Math.max(roomY, 0)), Math.max(roomY, 0))
    picture.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`
    stage.classList.toggle('is-zoomed', scale > 1)
  }

  const zoom = {
    isZoomed: () => scale > 1,
    reset() {
      scale = 1
      apply()
    },
    move(byX, byY) {
      x += byX
      y += byY
      apply()
    },
    /** What lies under `point` (of the screen; without one, the middle) stays there. */
    by(factor, point) {
      const wanted = Math.min(Math.max(scale * factor, 1), LARGEST)
      const frame = stage.getBoundingClientRect()
      const [fromX, fromY] = point ? [point.x - frame.x - frame.width / 2, point.y - frame.y - frame.height / 2] : [0, 0]
      x = fromX - ((fromX - x) * wanted) / scale
      y = fromY - ((fromY - y) * wanted) / scale
      scale = wanted
      apply()
    },
    toggle(point) {
      if (scale > 1) zoom.reset()
      else zoom.by(TOGGLED, point)
    },
  }
  return zoom
}
