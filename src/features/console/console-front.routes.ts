import type { AppContext } from '../../context.ts'
import { ownersOnly } from '../../lib/http/access.ts'
import { readForm, refuseForm } from '../../lib/http/form.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { listFrontBlocks } from '../home/front-blocks.read-models.ts'
import { addBlock, changeBlock, loadBlock, moveBlock, removeBlock } from '../home/front-blocks.service.ts'
import { consoleFrontPath, newBlockPath } from './console.paths.ts'
import { BlockForm } from './console-front.schemas.ts'
import { blockPage, boardsForFront, draftOfBlock, frontPage } from './console-front.view-models.ts'
import { BlockParams } from './console-menu.schemas.ts'

export function consoleFrontRoutes(ctx: AppContext): Routes {
  const { router, doors, get, post } = createRouter(ctx)
  const one = { access: ownersOnly, params: BlockParams }
  const block = `${consoleFrontPath}/:block`

  get(consoleFrontPath, { access: ownersOnly }, async ({ reader }) =>
    frontPage(reader, await listFrontBlocks(ctx), await listAllBoards(ctx)),
  )

  get(newBlockPath, { access: ownersOnly }, async ({ reader }) =>
    blockPage(reader, null, await listAllBoards(ctx), { draft: draftOfBlock(null), errors: {} }),
  )

  post(newBlockPath, { access: ownersOnly }, async ({ viewer, reader, body }) => {
    const boards = await listAllBoards(ctx)
    const form = readBlock(body, boards)
    if (!form.ok) return blockPage(reader, null, boards, form)
    await addBlock(ctx, viewer, form.data)
    return redirect(consoleFrontPath, { kind: 'success', key: 'console.saved' })
  })

  get(block, one, async ({ reader, params }) => {
    const known = await loadBlock(ctx, params.block)
    return blockPage(reader, known, await listAllBoards(ctx), { draft: draftOfBlock(known), errors: {} })
  })

  post(block, one, async ({ viewer, reader, params, body }) => {
    const known = await loadBlock(ctx, params.block)
    const boards = await listAllBoards(ctx)
    const form = readBlock(body, boards)
    if (!form.ok) return blockPage(reader, known, boards, form)
    await changeBlock(ctx, viewer, known.id, form.data)
    return redirect(consoleFrontPath, { kind: 'success', key: 'console.saved' })
  })

  for (const [to, by] of [
    ['up', -1],
    ['down', 1],
  ] as const) {
    post(`${block}/${to}`, one, async ({ viewer, params }) => {
      await moveBlock(ctx, viewer, (await loadBlock(ctx, params.block)).id, by)
      return redirect(consoleFrontPath)
    })
  }

  post(`${block}/remove`, one, async ({ viewer, params }) => {
    await removeBlock(ctx, viewer, params.block)
    return redirect(consoleFrontPath, { kind: 'success', key: 'console.block.removed' })
  })

  return { router, doors }
}

function readBlock(body: unknown, boards: readonly Board[]) {
  const form = readForm(BlockForm, body)
  const known = !form.ok || form.data.boardId === null || boardsForFront(boards).some(({ id }) => id === form.data.boardId)
  return known ? form : refuseForm(form.draft, 'boardId', 'boards.choice')
}
