import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { renderedBlock } from './block-texts.types.ts'
import { FRONT_MEMORY_KEY } from './front-blocks.read-models.ts'
import * as repository from './front-blocks.repository.ts'

/** As `refreshBodies`, for the texts on the front page. @returns how many blocks */
export async function refreshBlocks(ctx: AppContext): Promise<number> {
  const ids = await repository.listOlderBlocks(ctx.db)
  for (const id of ids) {
    await inTransaction(ctx.db, async (trx) => {
      const block = await repository.holdBlock(trx, id)
      if (block) await repository.updateBlock(trx, id, renderedBlock(block))
    })
  }
  if (ids.length > 0) await ctx.memory.forget(FRONT_MEMORY_KEY)
  return ids.length
}
