import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { membersOnly } from '../../lib/http/access.ts'
import { redirect } from '../../lib/http/reply.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import { markBoardRead } from './reading-marks.service.ts'

const BoardParams = z.object({ board: z.string().regex(/^[a-z][a-z0-9_-]{0,19}$/) })

export function readingMarkRoutes(ctx: AppContext): Routes {
  const { router, doors, post } = createRouter(ctx)

  post('/:board/read', { access: membersOnly, params: BoardParams }, async ({ viewer, params }) => {
    const board = await loadBoard(ctx, viewer, params.board)
    await markBoardRead(ctx, viewer, board)
    return redirect(boardPath(board), { kind: 'success', key: 'boards.allRead' })
  })

  return { router, doors }
}
