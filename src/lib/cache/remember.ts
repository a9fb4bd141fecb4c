/** Longer texts come from nobody who comes again. */
const LONGEST = 1_000

/**
 * Answers that hang on a text alone, for the texts that come again and again (names of browsers, cookies, addresses): made once, kept for the last
 * `limit` of them. The oldest goes first, so that whoever sends ever new texts can't fill the memory.
 */
export function createMemo<T>(limit: number): (text: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (text, make) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make()
    if (text.length > LONGEST) return made
    if (kept.size >= limit) kept.delete(kept.keys().next().value ?? '')
    kept.set(text, made)
    return made
  }
}

/** A pure function of a text that remembers its answers. */
export function remembered<T>(limit: number, make: (text: string) => T): (text: string) => T {
  const memo = createMemo<T>(limit)
  return (text) => memo(text, () => make(text))
}
