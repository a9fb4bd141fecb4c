import type { AppContext } from '../../context.ts'
import { listMerges } from '../boards/board-merges.service.ts'
import { continueMerge } from './merge-boards.service.ts'

/** Boards that are on their way into another. @returns how many have arrived */
export async function continueMerges(ctx: AppContext): Promise<number> {
  let done = 0
  for (const merge of await listMerges(ctx.db)) if (await continueMerge(ctx, merge)) done += 1
  return done
}
