import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { RunningProcess } from '../../src/lib/process/running-process.ts'
import { keepRunning } from '../../src/supervisor/keep-running.ts'

/** A process that can be let die. */
function mortal(): RunningProcess & { die: () => void } {
  const { promise: exited, resolve: die } = Promise.withResolvers<void>()
  return { pid: 0, exited, die, stop: async () => die() }
}

test('what keeps dying is started again after growing pauses of three seconds at most', async () => {
  const said: string[] = []
  const starts: number[] = []
  const start = async () => {
    starts.push(performance.now())
    if (starts.length === 2) throw new Error('no memory')
    const next = mortal()
    if (starts.length < 5) next.die()
    return next
  }
  const first = mortal()
  const kept = keepRunning(first, { name: 'The worker', start, say: (line) => said.push(line) })
  const died = performance.now()
  first.die()
  while (starts.length < 5) await sleep(20)
  const pauses = starts.map((at, i) => Math.round((at - (starts[i - 1] ?? died)) / 100) * 100)
  expect(pauses).toEqual([100, 200, 400, 800, 1600])
  expect(said).toContain('The worker could not be started: no memory')
  await kept.stop()
  expect(starts).toHaveLength(5)
})

test('what is told to stop is not started again', async () => {
  let starts = 0
  const first = mortal()
  const kept = keepRunning(first, {
    name: 'The worker',
    start: async () => {
      starts++
      return mortal()
    },
    say: () => {},
  })
  await kept.stop()
  await sleep(300)
  expect(starts).toBe(0)
})
