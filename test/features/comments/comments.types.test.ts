import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depthOf, takesReplies, threadPath } from '../../../src/features/comments/comments.types.ts'

test('a thread sorted by path reads from top to bottom: each comment, then its replies, each in the order of writing', () => {
  // A number each, and for each the index of an earlier one that it answers (or none).
  const answers = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(answers, (parents) => {
      const paths: Buffer[] = []
      const parentOf = parents.map((parent, index) => (parent === null || index === 0 ? null : parent % index))
      for (const [index, parent] of parentOf.entries()) paths.push(threadPath(parent === null ? null : (paths[parent] ?? null), index + 1))
      const byPath = paths.map((_, index) => index).sort((a, b) => Buffer.compare(paths[a]!, paths[b]!))
      expect(byPath).toEqual(depthFirst(parentOf))
    }),
  )
})

function depthFirst(parentOf: (number | null)[]): number[] {
  const below = (parent: number | null): number[] => parentOf.flatMap((each, index) => (each === parent ? [index, ...below(index)] : []))
  return below(null)
}

test('numbers beyond one byte keep their order', () => {
  const paths = [255, 256, 65_536, 2 ** 32 - 1].map((number) => threadPath(null, number))
  expect([...paths].sort(Buffer.compare)).toEqual(paths)
})

test('the 255th level is the last that takes replies of its own', () => {
  let path = threadPath(null, 1)
  for (let number = 2; number <= 255; number += 1) {
    expect(takesReplies(path)).toBe(true)
    path = threadPath(path, number)
  }
  expect(depthOf(path)).toBe(254)
  expect(path.length).toBe(1020)
  expect(takesReplies(path)).toBe(false)
})
