/** Numbers that a seed decides, the same on every machine. Nothing secret is made of them. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number
  /** A whole number below `bound`. */
  below(bound: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
}

/** mulberry32: small, quick and even enough for texts. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return { next, below, chance: (probability) => next() < probability, pick: (choices) => choices[below(choices.length)] as never }
}

/** A stream of its own for each part of the work, so that the parts may be made in any order. */
export const seedOf = (seed: number, ...part: number[]): number =>
  part.reduce((mixed, number) => Math.imul(mixed ^ (number + 0x9e3779b9), 0x85ebca6b) ^ (mixed >>> 13), seed + 1) >>> 0

/** Most are small, few are large: 1 is the most frequent, as in lengths of texts and in what people write. */
export const zipf = (random: Random, most: number): number => Math.min(most, Math.floor((1 - random.next()) ** -0.75))

/** A heavy tail around `mean`: views, votes, the liveliness of threads. */
export const skewed = (random: Random, mean: number): number => (mean / 2) * ((1 - random.next()) ** -0.5 - 0.5)
