import type { AppContext, Viewer } from '../../context.ts'
import type { BoardForm } from '../boards/board-form.types.ts'
import { updateBoard } from '../boards/boards.service.ts'
import type { Board } from '../boards/boards.types.ts'
import { recordAct } from '../moderation/moderation.service.ts'
import type { BoardAct } from '../moderation/moderation.types.ts'

/** @returns false when another board has this address, or had it */
export const saveBoard = (ctx: AppContext, viewer: Viewer, board: Board, form: BoardForm): Promise<boolean> =>
  updateBoard(ctx, viewer, board, form, async (trx) => {
    const acts: { action: BoardAct; reason: string }[] = []
    if (form.slug !== board.slug) acts.push({ action: 'rename-board', reason: `${board.slug} → ${form.slug}` })
    if (form.groupId !== undefined && form.groupId !== board.groupId) acts.push({ action: 'move-board', reason: '' })
    for (const act of acts) {
      const about = { moderatorId: viewer.memberId ?? 0, boardId: board.id, memberId: null, createdAt: ctx.clock.now() }
      await recordAct(trx, { ...about, ...act })
    }
  })
