import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { cardStorageKey, imageKeyOf } from './link-cards.paths.ts'
import { deleteUnused, selectKnownKeys, selectUnused } from './link-cards.repository.ts'

const HOUR_MS = 3_600_000
const BATCH = 200

/** Drops cards that no post shows any more, then pictures that have no card. @returns how many cards were dropped */
export async function purgeLinkCards(ctx: AppContext): Promise<number> {
  let dropped = 0
  await inSlices(BATCH, async (limit) => {
    const unused = await selectUnused(ctx.db, limit)
    for (const { urlHash } of unused) if (await deleteUnused(ctx.db, urlHash)) dropped += 1
    return unused.length
  })
  await sweepPictures(ctx)
  return dropped
}

async function sweepPictures(ctx: AppContext): Promise<void> {
  let batch: string[] = []
  const sweepBatch = async () => {
    const known = await selectKnownKeys(ctx.db, batch)
    for (const imageKey of batch) if (!known.has(imageKey)) await ctx.storage.remove(cardStorageKey(imageKey))
    batch = []
  }
  for await (const name of ctx.storage.listOlderThan(new Date(ctx.clock.now().getTime() - HOUR_MS))) {
    const imageKey = imageKeyOf(name)
    if (imageKey !== null && batch.push(imageKey) >= BATCH) await sweepBatch()
  }
  await sweepBatch()
}
