import { threadPath } from '../features/comments/comments.types.ts'
import type { Random } from './random.ts'

/** Where a comment hangs: what it answers, and how deep below the post. */
export interface Twig {
  number: number
  parent: Twig | null
  depth: number
  path: Buffer
}

/** Deeper talk is rare, and each level is a statement of its own for the loader. */
const DEEPEST = 3

/** `count` comments in the order of writing; a third of them answer an earlier one. */
export function growThread(random: Random, count: number): Twig[] {
  const twigs: Twig[] = []
  for (let number = 1; number <= count; number += 1) {
    const answered = twigs.length > 0 && random.chance(0.35) ? random.pick(twigs) : null
    const parent = answered && answered.depth < DEEPEST ? answered : null
    twigs.push({ number, parent, depth: parent ? parent.depth + 1 : 0, path: threadPath(parent?.path ?? null, number) })
  }
  return twigs
}

/** `total` parted among `weights`, to the last one. */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  let seen = 0
  let given = 0
  return weights.map((weight) => {
    seen += weight
    const upTo = Math.round((total * seen) / sum)
    const part = upTo - given
    given = upTo
    return part
  })
}
