import type { AppContext } from '../../context.ts'
import { CARDS_FOLDER } from './cards.paths.ts'

/** Cards that were drawn a while ago: whoever still asks for one gets it drawn anew, and a crawler that wants all of them fills no disk. */
export async function sweepCards(ctx: AppContext, before: Date): Promise<number> {
  let swept = 0
  for await (const name of ctx.storage.listOlderThan(before)) {
    if (!name.startsWith(CARDS_FOLDER)) continue
    await ctx.storage.remove(name)
    swept += 1
  }
  return swept
}
