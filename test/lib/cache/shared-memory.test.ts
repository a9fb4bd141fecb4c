import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSite } from '../../support/site.ts'

const site = useSite()
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** Longer than anything is kept without being asked for again. */
const later = () => vi.advanceTimersByTime(6_000)
const get = (load: () => Promise<string>) => site.ctx.memory.get('settings:test', load)
const never = () => new Promise<string>(() => {})
const away = () => Promise.reject(new Error('the database is away'))

test('what was known serves on while the database is slow or away, and is replaced as soon as it answers', async () => {
  expect(await get(async () => 'first')).toBe('first')
  later()
  expect(await get(away)).toBe('first')
  later()
  expect(await get(never)).toBe('first')
  later()
  const { promise, resolve } = Promise.withResolvers<string>()
  expect(await get(() => promise)).toBe('first')
  resolve('second')
  await promise
  expect(await get(never)).toBe('second')
})

test('what is known to have changed serves no more', async () => {
  await get(async () => 'first')
  await site.ctx.memory.forget('settings')
  await expect(get(away)).rejects.toThrow('away')
  expect(await get(async () => 'second')).toBe('second')
})
