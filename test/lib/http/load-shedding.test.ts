import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createTurns, type Rank, type TurnLimits, type Turns } from '../../../src/lib/http/load-shedding.ts'

const quick: TurnLimits = {
  atOnce: 2,
  waiting: 4,
  lookMs: 5,
  looks: 10,
  overloadAfterMs: 100,
  patience: {
    write: { usual: 5_000, overloaded: 5_000 },
    member: { usual: 5_000, overloaded: 5_000 },
    guest: { usual: 5_000, overloaded: 100 },
  },
}
let turns: Turns
afterEach(() => turns.close())

/** Who came in which order, and what became of them. */
function door(limits: TurnLimits) {
  turns = createTurns(limits)
  const begun: string[] = []
  const refused: string[] = []
  const ends: (() => void)[] = []
  const come = async (rank: Rank, name: string = rank) => {
    const done = await turns.take(rank)
    if (done === null) refused.push(name)
    else {
      begun.push(name)
      ends.push(done)
    }
  }
  /** The oldest that is under way ends; those whose turn it is then begin. */
  const end = async () => {
    ends.shift()?.()
    await sleep(0)
  }
  return { come, end, begun, refused }
}

test('no more is under way than may be; then writers go first, members next, guests last, each in the order in which they came', async () => {
  const { come, end, begun } = door({ ...quick, waiting: 10 })
  void come('guest', 'first')
  void come('guest', 'second')
  for (const name of ['guest 1', 'guest 2']) void come('guest', name)
  void come('member')
  void come('write')
  await sleep(0)
  expect(begun).toEqual(['first', 'second'])
  for (let time = 0; time < 4; time += 1) await end()
  expect(begun).toEqual(['first', 'second', 'write', 'member', 'guest 1', 'guest 2'])
})

test('when the room is full, the guest who has waited longest is refused, and a writer when there is nobody else', async () => {
  const { come, refused } = door(quick)
  for (const name of ['a', 'b', 'guest 1', 'guest 2']) void come('guest', name)
  for (const name of ['write 1', 'write 2', 'write 3', 'write 4', 'write 5']) void come('write', name)
  await sleep(0)
  expect(refused).toEqual(['guest 1', 'guest 2', 'write 1'])
})

test('one look with somebody waiting is no overload, many in a row are, and it passes', async () => {
  const { come, end, refused } = door(quick)
  for (const name of ['a', 'b', 'waits']) void come('guest', name)
  await sleep(6)
  expect(turns.overloaded).toBe(false)
  // The loop stands still for longer than an overload takes: still only one look.
  const until = performance.now() + 300
  while (performance.now() < until);
  await sleep(6)
  expect([turns.overloaded, refused]).toEqual([false, []])
  await expect.poll(() => turns.overloaded, { interval: 5 }).toBe(true)
  await expect.poll(() => refused, { interval: 5 }).toEqual(['waits'])
  await end()
  await end()
  await expect.poll(() => turns.overloaded, { interval: 5 }).toBe(false)
})

test('in an overload a guest is not kept waiting as long as a member', async () => {
  const { come, begun, refused, end } = door(quick)
  for (const name of ['a', 'b', 'guest']) void come('guest', name)
  void come('member')
  await expect.poll(() => refused, { interval: 5 }).toEqual(['guest'])
  await end()
  expect(begun).toEqual(['a', 'b', 'member'])
})

test('an end that is told twice ends one', async () => {
  turns = createTurns({ ...quick, atOnce: 1 })
  const done = await turns.take('guest')
  done?.()
  done?.()
  expect(await turns.take('guest')).not.toBeNull()
  expect(await Promise.race([turns.take('guest'), sleep(30, 'waits')])).toBe('waits')
})
