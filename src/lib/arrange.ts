/** The same in a new order: the one of this id changes places with its neighbour. At the end of the row nothing happens. */
export function movedBy<T extends { id: number }>(row: readonly T[], id: number, by: -1 | 1): T[] {
  const moved = [...row]
  const at = moved.findIndex((each) => each.id === id)
  const [one, other] = [moved[at], moved[at + by]]
  if (one && other) [moved[at], moved[at + by]] = [other, one]
  return moved
}
