/** A press that wanders less is a press. */
const STEP_PX = 5
/** This near to an end of the window the page moves on. */
const EDGE_PX = 64
const MOST_PER_FRAME_PX = 14

/** How far a line would move when its neighbour goes to its other side. Half of it is the turning point: then it never turns back at once. */
const upBy = (row, above) => row.offsetTop - above.offsetTop
const downBy = (row, below) => below.offsetTop + below.offsetHeight - row.offsetTop - row.offsetHeight

/**
 * Lines of a list take other places by being dragged at their picture, with a mouse or a finger. The keyboard has its buttons.
 * @param {{ isMovable(row: Element): boolean, begun(): void, ended(row: Element, place: number | null): void }} told `place`: of the movable lines; null: it was given up
 */
export function dragLines(list, { isMovable, begun, ended }) {
  /** @type {{ row: HTMLElement, grip: Element, id: number, y: number, from: number, held: number, moves: boolean } | null} */
  let drag = null

  const follow = () => {
    const { row, y, held } = drag
    const top = () => list.getBoundingClientRect().top + row.offsetTop - list.offsetTop
    // Its neighbours go around it: what is taken out of the page and put back would lose the pointer.
    for (;;) {
      const [above, below] = [row.previousElementSibling, row.nextElementSibling]
      const at = y - held - top()
      if (above && isMovable(above) && at < -upBy(row, above) / 2) row.after(above)
      else if (below && isMovable(below) && at > downBy(row, below) / 2) row.before(below)
      else break
    }
    row.style.transform = `translateY(${Math.round(y - held - top())}px)`
  }
  const moveOn = () => {
    if (!drag?.moves) return
    const over = drag.y < EDGE_PX ? drag.y - EDGE_PX : Math.max(0, drag.y - window.innerHeight + EDGE_PX)
    if (over !== 0) {
      window.scrollBy(0, Math.sign(over) * Math.min(MOST_PER_FRAME_PX, Math.abs(over) / 3))
      follow()
    }
    requestAnimationFrame(moveOn)
  }
  const begin = () => {
    drag.moves = true
    drag.row.classList.add('is-dragged')
    begun()
    requestAnimationFrame(moveOn)
  }
  const finish = (place) => {
    const { row, grip, id, moves } = drag
    drag = null
    if (grip.hasPointerCapture(id)) grip.releasePointerCapture(id)
    if (!moves) return
    row.classList.remove('is-dragged')
    row.style.transform = ''
    ended(row, place)
  }
  const giveUp = () => drag && finish(null)

  list.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest('.upload__look')
    const row = grip?.closest('.upload')
    if (!row || event.button !== 0 || drag || !isMovable(row)) return
    grip.setPointerCapture(event.pointerId)
    drag = { row, grip, id: event.pointerId, y: event.clientY, from: event.clientY, held: 0, moves: false }
    drag.held = event.clientY - row.getBoundingClientRect().top
  })
  list.addEventListener('pointermove', (event) => {
    if (event.pointerId !== drag?.id) return
    drag.y = event.clientY
    if (!drag.moves && Math.abs(drag.y - drag.from) < STEP_PX) return
    if (!drag.moves) begin()
    follow()
  })
  list.addEventListener('pointerup', (event) => {
    if (event.pointerId === drag?.id) finish([...list.children].filter(isMovable).indexOf(drag.row))
  })
  list.addEventListener('pointercancel', (event) => event.pointerId === drag?.id && giveUp())
  // The browser would drag the picture itself.
  list.addEventListener('dragstart', (event) => event.preventDefault())
  document.addEventListener('keydown', (event) => event.key === 'Escape' && giveUp())
}
