import { dragLines } from './drag.js'
import { moved, movedTo, namedIn } from './order.js'

/** The files of a text change places: by a press of a button, or by being dragged. What was done is said. */
export function arrangeRows(list, text, { rows, say, read }) {
  let dragging = false

  const sayPlace = (key) => {
    const named = namedIn(text.value)
    const place = named.findIndex((each) => each.key === key) + 1
    say(
      list.dataset.moved
        .replace('[place]', place)
        .replace('[total]', named.length)
        .replace('[name]', rows.get(key)?.named() ?? ''),
    )
  }
  const keyOf = (element) => [...rows].find(([, row]) => row.element === element)?.[0]

  dragLines(list, {
    isMovable: (element) => rows.size > 1 && keyOf(element) !== undefined,
    begun() {
      dragging = true
    },
    ended(element, place) {
      dragging = false
      const key = keyOf(element)
      const next = place === null ? text.value : movedTo(text.value, key, place)
      const changed = next !== text.value
      text.change(next)
      // Where nothing changed, or a syllable is open, the text is still as it was.
      read()
      if (changed) sayPlace(key)
    },
  })

  return {
    isDragging: () => dragging,
    move(key, by, row) {
      text.change(moved(text.value, key, by))
      sayPlace(key)
      const [wanted, other] = by < 0 ? ['up', 'down'] : ['down', 'up']
      const button = (act) => row.querySelector(`[data-act="${act}"]`)
      button(button(wanted).disabled ? other : wanted).focus()
    },
  }
}
