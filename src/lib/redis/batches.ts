import { randomUUID } from 'node:crypto'
import type { Redis } from './redis.ts'

/** What many requests gather under one key and a job works off in batches, each once. */
export interface Gathering {
  pending: string
  /** A set with the names of the batches that are being worked off. */
  batches: string
  batch: (name: string) => string
}

/**
 * Takes what was gathered so far, in one step, so that no batch stands anywhere without its name in the set.
 * @returns the names of all batches: those that an earlier run left behind are among them
 */
export async function takeBatches(redis: Redis, { pending, batches, batch }: Gathering): Promise<string[]> {
  if ((await redis.exists(pending)) === 1) {
    const name = randomUUID()
    // Another worker may have taken it in between: the name of nothing is cleared away like a batch that was applied.
    await redis.multi().sAdd(batches, name).rename(pending, batch(name)).execTyped().catch(unlessNothingThere)
  }
  return redis.sMembers(batches)
}

export async function dropBatch(redis: Redis, { batches, batch }: Gathering, name: string): Promise<void> {
  await redis.multi().del(batch(name)).sRem(batches, name).exec()
}

function unlessNothingThere(error: unknown): void {
  const errors = (error as { replies?: unknown[] }).replies?.filter((reply) => reply instanceof Error) ?? [error]
  if (!errors.every((each) => each instanceof Error && each.message.includes('no such key'))) throw error
}
