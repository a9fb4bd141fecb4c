/** Repeats a bounded statement until it finds nothing more: what tidies never holds a lock for long. */
export async function inSlices(limit: number, slice: (limit: number) => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const changed = await slice(limit)
    total += changed
    if (changed < limit) return total
  }
}
