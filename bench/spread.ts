/** Numbers from one to another in an order that comes back to none before it has been to all. */
export function spread(from: number, to: number): () => number {
  const size = Math.max(to - from + 1, 1)
  const step = coprimeNear(Math.floor(size * 0.618), size)
  let at = 0
  return () => {
    at = (at + step) % size
    return from + at
  }
}

function coprimeNear(step: number, size: number): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))
  let candidate = Math.max(step, 1)
  while (divisor(candidate, size) !== 1) candidate += 1
  return candidate
}
