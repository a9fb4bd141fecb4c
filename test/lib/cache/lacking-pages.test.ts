import { expect, test } from 'vitest'
import type { ContentStamp } from '../../../src/lib/cache/content-stamp.ts'
import { createPageCache } from '../../../src/lib/cache/page-cache.ts'
import { testClock } from '../../support/clock.ts'

const page = { body: 'x', headers: {}, shown: { viewedPost: null, searched: null } }

function aCache() {
  const clock = testClock('2026-11-26T00:00:00Z')
  const stamp: ContentStamp = { current: () => 1, heard: async () => true, move() {}, moveHere() {}, told: async () => {}, onMove() {} }
  return { clock, ...createPageCache({ budget: 1_000_000, stamp, clock }) }
}

test('a page that may lack changes is shown for what is left of a second since it lacks them', async () => {
  const { clock, begin, find } = aCache()
  begin('/')(page, { milliseconds: 600, content: true })
  clock.advance(250)
  expect(await find('/')).not.toBeNull()
  clock.advance(200)
  expect(await find('/')).toBeNull()
})

test('a page of a replica that had everything is kept as any other', async () => {
  const { clock, begin, find } = aCache()
  begin('/')(page, { milliseconds: 600, content: false })
  clock.advance(2_000)
  expect(await find('/')).not.toBeNull()
  clock.advance(500)
  expect(await find('/')).toBeNull()
})
