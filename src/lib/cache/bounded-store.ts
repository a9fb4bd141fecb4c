/** Things under a budget of bytes. What was asked for only once goes first, the longest kept before the others. */
export interface BoundedStore<T> {
  get(key: string): T | undefined
  /** Too large a thing is not kept: one of its kind would throw out all others. */
  set(key: string, value: T, bytes: number): void
  /** `value` takes more room than before; nothing happens when it is no longer kept. */
  grow(key: string, value: T, bytes: number): void
  delete(key: string): void
  clear(): void
  readonly bytes: number
}

const LARGEST_SHARE = 1 / 16
/** What is read again and again leaves room for what is new: else that would never be read again. */
const AGAIN_SHARE = 3 / 4
/** Of an entry itself: objects, maps, headers. */
const OVERHEAD = 1_000

interface Entry<T> {
  value: T
  bytes: number
}

export function createBoundedStore<T>(budget: number): BoundedStore<T> {
  // A Map remembers the order in which its keys came.
  const once = new Map<string, Entry<T>>()
  const again = new Map<string, Entry<T>>()
  let total = 0
  let totalAgain = 0

  const take = (key: string): Entry<T> | undefined => {
    const read = again.get(key)
    const entry = read ?? once.get(key)
    total -= entry?.bytes ?? 0
    totalAgain -= read?.bytes ?? 0
    again.delete(key)
    once.delete(key)
    return entry
  }
  const put = (map: Map<string, Entry<T>>, key: string, entry: Entry<T>) => {
    map.set(key, entry)
    total += entry.bytes
    if (map === again) totalAgain += entry.bytes
  }
  const makeRoom = () => {
    for (const key of again.keys()) {
      if (totalAgain <= budget * AGAIN_SHARE) break
      const entry = take(key)
      if (entry) put(once, key, entry)
    }
    for (const key of once.keys()) {
      if (total <= budget) break
      take(key)
    }
  }

  return {
    get(key) {
      const entry = take(key)
      if (entry) {
        put(again, key, entry)
        makeRoom()
      }
      return entry?.value
    },
    set(key, value, valueBytes) {
      const bytes = valueBytes + key.length * 2 + OVERHEAD
      take(key)
      if (bytes > budget * LARGEST_SHARE) return
      put(once, key, { value, bytes })
      makeRoom()
    },
    grow(key, value, more) {
      const map = again.has(key) ? again : once
      const entry = map.get(key)
      if (entry?.value !== value) return
      entry.bytes += more
      total += more
      if (map === again) totalAgain += more
      makeRoom()
    },
    delete: (key) => void take(key),
    clear() {
      once.clear()
      again.clear()
      total = 0
      totalAgain = 0
    },
    get bytes() {
      return total
    },
  }
}
