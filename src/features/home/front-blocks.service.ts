import type { AppContext, Viewer } from '../../context.ts'
import { movedBy } from '../../lib/arrange.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Forbidden, NotFound } from '../../lib/http/errors.ts'
import { administers } from '../boards/boards.policy.ts'
import { renderedBlock } from './block-texts.types.ts'
import { FRONT_MEMORY_KEY, listFrontBlocks } from './front-blocks.read-models.ts'
import * as repository from './front-blocks.repository.ts'
import type { FrontBlock, FrontDraft } from './front-blocks.types.ts'

/** @throws NotFound */
export async function loadBlock(ctx: AppContext, id: number): Promise<FrontBlock> {
  const block = (await listFrontBlocks(ctx)).find((each) => each.id === id)
  if (!block) throw new NotFound(`no block ${id}`)
  return block
}

/** A new block stands last. */
export const addBlock = (ctx: AppContext, viewer: Viewer, draft: FrontDraft): Promise<void> =>
  change(ctx, viewer, async (blocks) => {
    await repository.insertBlock(ctx.db, { ...rendered(draft), position: Math.max(0, ...blocks.map(({ position }) => position)) + 1 })
  })

export const changeBlock = (ctx: AppContext, viewer: Viewer, id: number, draft: FrontDraft): Promise<void> =>
  change(ctx, viewer, async () => {
    await repository.updateBlock(ctx.db, id, rendered(draft))
  })

export const moveBlock = (ctx: AppContext, viewer: Viewer, id: number, by: -1 | 1): Promise<void> =>
  change(ctx, viewer, (blocks) =>
    inTransaction(ctx.db, async (trx) => {
      for (const [index, block] of movedBy(blocks, id, by).entries()) await repository.updateBlock(trx, block.id, { position: index + 1 })
    }),
  )

export const removeBlock = (ctx: AppContext, viewer: Viewer, id: number): Promise<void> =>
  change(ctx, viewer, async () => {
    await repository.deleteBlock(ctx.db, id)
  })

const rendered = (draft: FrontDraft) => ({ ...draft, ...renderedBlock(draft) })

async function change(ctx: AppContext, viewer: Viewer, act: (blocks: FrontBlock[]) => Promise<void>): Promise<void> {
  if (!administers(viewer)) throw new Forbidden('administrators arrange the front page')
  await act(await listFrontBlocks(ctx))
  await ctx.memory.forget(FRONT_MEMORY_KEY)
}
