import { expect, test } from 'vitest'
import { createBoundedStore } from '../../../src/lib/cache/bounded-store.ts'

const KIB = 1024

test('a million addresses that somebody makes up take no more than the budget, and throw out nothing that is read', () => {
  const store = createBoundedStore<string>(1024 * KIB)
  for (let page = 1; page <= 20; page += 1) {
    store.set(`/free/${page}`, `page ${page}`, 20 * KIB)
    store.get(`/free/${page}`)
  }
  for (let n = 0; n < 100_000; n += 1) {
    store.set(`/free?junk=${n}`, 'junk', 20 * KIB)
    if (n % 1_000 === 0) expect(store.bytes).toBeLessThanOrEqual(1024 * KIB)
  }
  for (let page = 1; page <= 20; page += 1) expect(store.get(`/free/${page}`)).toBe(`page ${page}`)
})

test('of what is read, the longest unread goes first', () => {
  const store = createBoundedStore<number>(100 * KIB)
  for (let n = 0; n < 40; n += 1) {
    store.set(`/${n}`, n, 4 * KIB)
    store.get(`/${n}`)
    store.get('/0')
  }
  expect(store.get('/0')).toBe(0)
  expect(store.get('/1')).toBeUndefined()
  expect(store.get('/39')).toBe(39)
})

test('what comes into a full store can become what is read again', () => {
  const store = createBoundedStore<number>(100 * KIB)
  for (let n = 0; n < 40; n += 1) {
    store.set(`/${n}`, n, 4 * KIB)
    store.get(`/${n}`)
  }
  store.set('/new', 100, 4 * KIB)
  store.set('/other', 101, 4 * KIB)
  expect([store.get('/new'), store.get('/other')]).toEqual([100, 101])
})

test('bytes are counted when a thing comes, grows, is replaced and goes', () => {
  const store = createBoundedStore<object>(1024 * KIB)
  const first = {}
  store.set('/a', first, 10 * KIB)
  const alone = store.bytes
  expect(alone).toBeGreaterThan(10 * KIB)
  store.grow('/a', first, 3 * KIB)
  expect(store.bytes).toBe(alone + 3 * KIB)
  store.set('/a', {}, 10 * KIB)
  expect(store.bytes).toBe(alone)
  // Of the one before, which is no longer kept.
  store.grow('/a', first, 3 * KIB)
  expect(store.bytes).toBe(alone)
  store.set('/too-large', {}, 512 * KIB)
  expect([store.get('/too-large'), store.bytes]).toEqual([undefined, alone])
  store.delete('/a')
  store.delete('/a')
  expect(store.bytes).toBe(0)
})
