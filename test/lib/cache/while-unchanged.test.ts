import { afterEach, expect, test, vi } from 'vitest'
import { whileUnchanged } from '../../../src/lib/cache/while-unchanged.ts'
import { createWorld, type Process, readersOf, type World, writersOf } from './two-processes.ts'

afterEach(() => void vi.restoreAllMocks())

const INTERLEAVINGS = 10_000

/** What `whileUnchanged` takes of a context. */
function contextOf({ stamp }: Process, fromReplica = false) {
  const owned = new Map<string, object>()
  const own = (key: string, create: () => object) => {
    const kept = owned.get(key) ?? create()
    owned.set(key, kept)
    return kept
  }
  return { content: stamp, memory: { own }, ...(fromReplica ? { fromReplica } : {}) } as unknown as Parameters<typeof whileUnchanged>[0]
}

function valuesOf(world: World, process: Process) {
  const ctx = contextOf(process)
  const loading = new Map<string, { stamp: number; begunAt: number }>()
  const wrong: string[] = []
  let kept = 0
  const load = (key: string) => async () => {
    const before = loading.get(key)
    const begun = { stamp: process.stamp.current(), begunAt: world.now() }
    if (before?.stamp === begun.stamp && begun.begunAt - before.begunAt < 1_000) wrong.push(`${key} is loaded twice at a time`)
    loading.set(key, begun)
    kept -= 1
    await world.pause(60)
    const first = world.database.version
    await world.pause(60)
    if (loading.get(key) === begun) loading.delete(key)
    if (world.chance(0.1)) throw new Error('the database is away')
    return `${key} ${first} ${world.database.version}`
  }
  return {
    wrong,
    kept: () => kept,
    async read(key: string) {
      const expected = world.expected(process)
      kept += 1
      const value = await whileUnchanged(ctx, key, load(key)).catch(() => null)
      if (value === null) return
      const [of, first, second] = value.split(' ')
      if (of !== key) wrong.push(`${key} is ${value}`)
      if (Math.min(Number(first), Number(second)) < expected) wrong.push(`${key} is of ${first} and ${second}, not ${expected}`)
    },
  }
}

test('whatever the order of readers, writers and messages, nobody is handed what was true before: 10,000 orders', async () => {
  const wrong: string[] = []
  let kept = 0
  for (let seed = 1; seed <= INTERLEAVINGS && wrong.length === 0; seed += 1) {
    const world = createWorld(seed)
    const sites = world.processes.map((process) => valuesOf(world, process))
    await world.run([...readersOf(world, 4, () => world.pick(sites).read(world.pick(['blocks-1', 'blocks-2']))), ...writersOf(world)])
    wrong.push(...sites.flatMap((site) => site.wrong.map((line) => `order ${seed}: ${line}`)))
    for (const site of sites) kept += site.kept()
  }
  expect(wrong).toEqual([])
  // Most readers were handed what another had loaded.
  expect(kept).toBeGreaterThan(INTERLEAVINGS * 8)
}, 120_000)

test('what is read of a copy is kept by nobody', async () => {
  const ctx = contextOf(createWorld(1).processes[0], true)
  let loads = 0
  for (let times = 0; times < 3; times += 1) await whileUnchanged(ctx, 'blocks', async () => ++loads)
  expect(loads).toBe(3)
})

test('a failure is of those who waited for it, and is tried again for the next', async () => {
  const ctx = contextOf(createWorld(1).processes[0])
  const away = async () => Promise.reject(new Error('the database is away'))
  const waiting = [whileUnchanged(ctx, 'blocks', away), whileUnchanged(ctx, 'blocks', away)]
  for (const each of waiting) await expect(each).rejects.toThrow('away')
  expect(await whileUnchanged(ctx, 'blocks', async () => 'there')).toBe('there')
})

test('keys that nobody comes back for fill no memory', async () => {
  const ctx = contextOf(createWorld(1).processes[0])
  let loads = 0
  const load = async () => ++loads
  for (let key = 0; key < 10_000; key += 1) await whileUnchanged(ctx, `blocks ${key}`, load)
  await whileUnchanged(ctx, 'blocks 0', load)
  expect(loads).toBe(10_001)
})
