const bodies = new Map<number, Buffer>()

/** The same bytes for the same size, made once. */
export function bodyOf(size: number): Buffer {
  const known = bodies.get(size)
  if (known) return known
  const body = Buffer.alloc(size, 'madang ')
  bodies.set(size, body)
  return body
}
