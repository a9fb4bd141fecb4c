import { afterEach, expect, test, vi } from 'vitest'
import type { KeptPage, PageBody } from '../../../src/lib/cache/kept-page.ts'
import { createPageCache, type PageCache } from '../../../src/lib/cache/page-cache.ts'
import { createWorld, type Process, readersOf, type World, writersOf } from './two-processes.ts'

afterEach(() => void vi.restoreAllMocks())

const INTERLEAVINGS = 10_000
/** Of sixteen pages. */
const BUDGET = 18_000
const hot = ['/', '/free']
const rare = Array.from({ length: 40 }, (_, index) => `/free/${index}`)

interface Flight {
  key: string
  stamp: number
  begunAt: number
}

/** A process that keeps pages, and how its readers go: as `guest-pages.ts` does it. */
function pagesOf(world: World, process: Process) {
  const cache = createPageCache({ budget: BUDGET, stamp: process.stamp, clock: { now: () => new Date(world.now()) } })
  const flights = new Set<Flight>()
  const wrong: string[] = []
  /** Elsewhere it happens that a page may not be kept: then those who waited for it make their own. */
  const steady = world.chance(0.7)

  const check = (key: string, body: string, expected: number, how: string) => {
    const [of, first, filler, second] = body.split(' ')
    if (of !== key || !filler || second === undefined) wrong.push(`${how}: ${key} got "${body}"`)
    if (Math.min(Number(first), Number(second)) < expected) wrong.push(`${how}: ${key} shows ${first} and ${second}, not ${expected}`)
  }
  const make = async (key: string): Promise<string> => {
    await world.pause(60)
    const first = world.database.version
    await world.pause(world.chance(0.05) ? 1_500 : 60)
    return `${key} ${first} ${'x'.repeat(60)} ${world.database.version}`
  }
  return {
    cache,
    wrong,
    async read(key: string) {
      const expected = world.expected(process)
      const kept = (await cache.find(key)) ?? (await world.pause(5).then(() => cache.find(key)))
      if (kept) return check(key, bodyOf(kept), expected, 'kept')
      const flight = { key, stamp: process.stamp.current(), begunAt: world.now() }
      for (const other of flights)
        if (steady && other.key === key && other.stamp === flight.stamp && world.now() - other.begunAt < 1_000)
          wrong.push(`${key} is made twice at a time`)
      flights.add(flight)
      const finish = cache.begin(key)
      const body = await make(key)
      flights.delete(flight)
      const before = cache.stale(key)
      const page = finish(steady || world.chance(0.8) ? { body, headers: {}, shown: { viewedPost: null, searched: null } } : null)
      finish(null)
      if (flight.stamp !== process.stamp.current() && cache.stale(key) !== before)
        wrong.push(`${key} was overtaken by a change and is kept`)
      check(key, page ? bodyOf(page) : body, expected, 'made')
    },
  }
}

/** Never compressed here, it is there at once. */
const bodyOf = (page: KeptPage) => String((page.encoded('identity') as PageBody).bytes)

/** What is kept, and of that no more than may be. */
const keptBytes = (cache: PageCache) =>
  [...hot, ...rare].reduce((sum, key) => sum + (cache.stale(key)?.size ?? -1_000) + 1_000 + key.length * 2, 0)

test('whatever the order of readers, renderers, writers and messages, no change is lost: 10,000 orders', async () => {
  const wrong: string[] = []
  let keptOften = 0
  for (let seed = 1; seed <= INTERLEAVINGS && wrong.length === 0; seed += 1) {
    const world = createWorld(seed)
    const sites = world.processes.map((process) => ({ process, ...pagesOf(world, process) }))
    const [looks, hotShare] = world.chance(0.1) ? [12, 0.2] : [4, 0.8]
    await world.run([
      ...readersOf(world, looks, () => world.pick(sites).read(world.pick(world.chance(hotShare) ? hot : rare))),
      ...writersOf(world),
      ...(world.chance(0.1) ? [world.pause(1_000).then(world.cutRedis)] : []),
    ])
    for (const { cache, wrong: found } of sites) {
      wrong.push(...found.map((line) => `order ${seed}: ${line}`))
      if (keptBytes(cache) > BUDGET) wrong.push(`order ${seed}: ${keptBytes(cache)} bytes are kept`)
      keptOften += cache.stale('/') ? 1 : 0
    }
  }
  expect(wrong).toEqual([])
  expect(keptOften).toBeGreaterThan(INTERLEAVINGS / 2)
}, 120_000)
