import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { renderedBoardTexts } from './board-texts.types.ts'
import { BOARDS_MEMORY_KEY } from './boards.read-models.ts'
import * as repository from './boards.repository.ts'

/** As `refreshBodies`, for what stands above and below the lists of boards. @returns how many boards */
export async function refreshBoardTexts(ctx: AppContext): Promise<number> {
  const ids = await repository.listOlderTexts(ctx.db)
  for (const id of ids) {
    await inTransaction(ctx.db, async (trx) => {
      const texts = await repository.holdTexts(trx, id)
      if (texts) await repository.updateBoard(trx, id, renderedBoardTexts(texts))
    })
  }
  if (ids.length > 0) await ctx.memory.forget(BOARDS_MEMORY_KEY)
  return ids.length
}
