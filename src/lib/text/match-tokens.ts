/** Of two sequences of tokens: what they share, and what stands in each in its place. */
export interface Stretch {
  same: boolean
  /** Of the first, and of the second: equal where they are the same. */
  removed: string
  added: string
}

/** Pairs of the longest common subsequence are counted in a table of so many fields at most. */
const TABLE = 250_000

/**
 * Finds what two sequences share. What stands once in each is matched first, as long as its order is kept (patience); what lies between is matched
 * the same way, or by the longest common subsequence where it is short.
 */
export function matchTokens(before: readonly string[], after: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  const add = (same: boolean, removed: string, added: string) => {
    const last = stretches.at(-1)
    if (last?.same === same) {
      last.removed += removed
      last.added += added
    } else if (removed !== '' || added !== '') stretches.push({ same, removed, added })
  }
  let [a, b] = [0, 0]
  for (const [x, y] of [...pairsIn(before, after), [before.length, after.length] as const]) {
    add(false, before.slice(a, x).join(''), after.slice(b, y).join(''))
    const token = before[x]
    if (token !== undefined) add(true, token, token)
    ;[a, b] = [x + 1, y + 1]
  }
  return stretches
}

type Pair = readonly [number, number]
type Range = readonly [fromA: number, toA: number, fromB: number, toB: number]

/** Without recursion: texts are deeper than stacks. */
function pairsIn(a: readonly string[], b: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  const open: Range[] = [[0, a.length, 0, b.length]]
  for (let range = open.pop(); range; range = open.pop()) {
    const [inner, ends] = trimmed(a, b, range)
    pairs.push(...ends)
    if (inner[0] === inner[1] || inner[2] === inner[3]) continue
    const anchors = inOrder(sharedOnce(a, b, inner))
    if (anchors.length === 0) pairs.push(...commonIn(a, b, inner))
    else {
      pairs.push(...anchors)
      let [fromA, fromB] = [inner[0], inner[2]]
      for (const [x, y] of [...anchors, [inner[1], inner[3]] as const]) {
        open.push([fromA, x, fromB, y])
        ;[fromA, fromB] = [x + 1, y + 1]
      }
    }
  }
  return pairs.sort((one, other) => one[0] - other[0])
}

/** What both begin and end with. */
function trimmed(a: readonly string[], b: readonly string[], [fromA, toA, fromB, toB]: Range): [Range, Pair[]] {
  const ends: Pair[] = []
  let [a0, a1, b0, b1] = [fromA, toA, fromB, toB]
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) ends.push([a0++, b0++])
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) ends.push([--a1, --b1])
  return [[a0, a1, b0, b1], ends]
}

/** Tokens that stand once in each range, in the order of the first. */
function sharedOnce(a: readonly string[], b: readonly string[], [fromA, toA, fromB, toB]: Range): Pair[] {
  const onceIn = (tokens: readonly string[], from: number, to: number) => {
    const at = new Map<string, number>()
    for (let index = from; index < to; index += 1) {
      const token = tokens[index] ?? ''
      at.set(token, at.has(token) ? -1 : index)
    }
    return at
  }
  const inB = onceIn(b, fromB, toB)
  return [...onceIn(a, fromA, toA)].flatMap(([token, x]): Pair[] => {
    const y = inB.get(token) ?? -1
    return x === -1 || y === -1 ? [] : [[x, y]]
  })
}

/** The most of them that stand in the same order in both: the longest increasing subsequence. */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const before: number[] = []
  for (const [index, [, y]] of pairs.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1)
    tails[low] = index
  }
  const found: Pair[] = []
  for (let index = tails.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) found.push(pairs[index] as Pair)
  return found.reverse()
}

/** The longest common subsequence; none where the table would be too large. */
function commonIn(a: readonly string[], b: readonly string[], [fromA, toA, fromB, toB]: Range): Pair[] {
  const [rows, columns] = [toA - fromA, toB - fromB]
  if (rows * columns > TABLE) return []
  const wide = columns + 1
  const length = new Uint32Array((rows + 1) * wide)
  const at = (row: number, column: number) => length[row * wide + column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = a[fromA + row] === b[fromB + column]
      length[row * wide + column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[fromA + row] === b[fromB + column]) pairs.push([fromA + row++, fromB + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}
