import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bucket, bucketOf, drawnBefore, PAGE_SIZE, placeOfPage } from '../../../src/features/comments/threads/thread-pages.types.ts'

interface Thread {
  root: number
  bestRank: number
  drawn: number
}

const sorts = ['oldest', 'newest', 'best'] as const
const inOrder = {
  oldest: (a: Thread, b: Thread) => a.root - b.root,
  newest: (a: Thread, b: Thread) => b.root - a.root,
  best: (a: Thread, b: Thread) => a.bestRank - b.bestRank || a.root - b.root,
}

const threads = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 90 }), bestRank: fc.integer({ min: -4, max: 1 }), drawn: fc.integer({ min: 1, max: 150 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((made): Thread[] => {
    let root = 0
    return made.map(({ gap, ...thread }) => {
      root += gap
      return { root, ...thread }
    })
  })

const cellOf = ({ root, bestRank }: Thread, sort: (typeof sorts)[number]) => ({
  bestRank: sort === 'best' ? bestRank : 0,
  bucket: bucketOf(root),
})

function bucketsOf(all: Thread[], sort: (typeof sorts)[number]): Bucket[] {
  const buckets = new Map<string, Bucket>()
  for (const thread of all) {
    const cell = cellOf(thread, sort)
    const known = buckets.get(JSON.stringify(cell)) ?? { ...cell, drawn: 0 }
    buckets.set(JSON.stringify(cell), { ...known, drawn: known.drawn + thread.drawn })
  }
  return [...buckets.values()]
}

test('every page of every order begins in the bucket and after as many comments as it is said to', () => {
  fc.assert(
    fc.property(threads, fc.constantFrom(...sorts), fc.nat({ max: 100 }), (all, sort, wanted) => {
      const total = all.reduce((sum, { drawn }) => sum + drawn, 0)
      const comments = [...all]
        .sort(inOrder[sort])
        .flatMap((thread) => Array.from({ length: thread.drawn }, () => JSON.stringify(cellOf(thread, sort))))
      const place = placeOfPage(bucketsOf(all, sort), { sort, page: wanted + 1, most: total + 101 })
      expect(place.pageCount).toBe(Math.ceil(total / PAGE_SIZE))
      expect(place.page).toBe(Math.min(wanted + 1, place.pageCount))
      const from = (place.page - 1) * PAGE_SIZE
      const key = ({ bestRank, bucket }: Bucket) => JSON.stringify({ bestRank, bucket })
      expect(comments[from]).toBe(key(place.buckets!.first))
      expect(comments.indexOf(key(place.buckets!.first)) + place.skip).toBe(from)
      expect(comments[Math.min(from + PAGE_SIZE, total) - 1]).toBe(key(place.buckets!.last))
    }),
  )
})

test('what is drawn before a thread’s bucket is what stands above it', () => {
  fc.assert(
    fc.property(threads, fc.constantFrom(...sorts), fc.nat(), (all, sort, which) => {
      const thread = all[which % all.length]!
      const own = JSON.stringify(cellOf(thread, sort))
      const comments = [...all]
        .sort(inOrder[sort])
        .flatMap((each) => Array.from({ length: each.drawn }, () => JSON.stringify(cellOf(each, sort))))
      expect(drawnBefore(bucketsOf(all, sort), sort, cellOf(thread, sort))).toBe(comments.indexOf(own))
    }),
  )
})

test('a post that never had more than a page of comments has one page, whatever is asked for', () => {
  expect(placeOfPage([], { sort: 'best', page: 7, most: 100 })).toEqual({ page: 1, pageCount: 1, buckets: null, skip: 0 })
  expect(placeOfPage([], { sort: 'oldest', page: 1, most: 0 })).toEqual({ page: 1, pageCount: 1, buckets: null, skip: 0 })
})

test('all of a long thread deleted: one page with nothing on it', () => {
  expect(placeOfPage([{ bestRank: 0, bucket: 0, drawn: 0 }], { sort: 'oldest', page: 3, most: 300 })).toMatchObject({
    page: 1,
    pageCount: 1,
  })
})
