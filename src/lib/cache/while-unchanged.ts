import type { AppContext } from '../../context.ts'
import type { ContentStamp } from './content-stamp.ts'

const MAX_AGE_MS = 1_000
const MOST = 2_000

interface Kept {
  value: Promise<unknown>
  loadedAt: number
}

/**
 * What is made of content alone and is the same for all who ask: loaded once, kept while none of it changes, and never for longer than a second, for
 * the news of a change may get lost. A replica may lag behind what this process has heard of: what is read there is not kept.
 * @param key names the values apart by which it differs
 */
export function whileUnchanged<T>(
  { content, memory, fromReplica }: Pick<AppContext, 'content' | 'memory' | 'fromReplica'>,
  key: string,
  load: () => Promise<T>,
): Promise<T> {
  if (fromReplica) return load()
  return memory.own('while-unchanged', () => createUnchanged(content)).get(key, load)
}

function createUnchanged(content: ContentStamp) {
  const kept = new Map<string, Kept>()
  content.onMove(() => kept.clear())
  return {
    get<T>(key: string, load: () => Promise<T>): Promise<T> {
      const known = kept.get(key)
      if (known && performance.now() - known.loadedAt < MAX_AGE_MS) return known.value as Promise<T>
      const entry = { value: Promise.resolve(load()), loadedAt: performance.now() }
      if (kept.size >= MOST) kept.clear()
      kept.set(key, entry)
      // A failure isn't kept. Whoever asked has it; nobody else does.
      entry.value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key)
      })
      return entry.value
    },
  }
}
