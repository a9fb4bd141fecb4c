import { expect, test } from 'vitest'
import { createQueue, QueueFull } from '../../../src/lib/images/queue.ts'

test('two work, three wait in turn, the sixth is told at once', async () => {
  const inTurn = createQueue({ slots: 2, waiting: 3 })
  let atWork = 0
  let most = 0
  const order: number[] = []
  const work = (name: number) => () => {
    atWork += 1
    most = Math.max(most, atWork)
    return new Promise<void>((done) =>
      setTimeout(() => {
        order.push(name)
        atWork -= 1
        done()
      }, 10),
    )
  }
  const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((name) => inTurn(work(name))))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  expect((all[5] as PromiseRejectedResult).reason).toBeInstanceOf(QueueFull)
  expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]])
})

test('work that fails frees its place', async () => {
  const inTurn = createQueue({ slots: 1, waiting: 0 })
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(() => Promise.resolve('next'))).toBe('next')
})
