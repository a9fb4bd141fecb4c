import type { AppContext, Viewer } from '../../context.ts'
import { addCategoriesOf } from '../boards/board-categories.service.ts'
import { BoardForm } from '../boards/board-form.types.ts'
import { updateBoard } from '../boards/boards.service.ts'
import type { Board } from '../boards/boards.types.ts'
import { recordAct } from '../moderation/moderation.service.ts'
import type { BoardAct } from '../moderation/moderation.types.ts'

interface Done {
  action: BoardAct
  reason: string
}

/** @returns false when another board has this address, or had it */
export const saveBoard = (ctx: AppContext, viewer: Viewer, board: Board, form: BoardForm, done: readonly Done[] = []): Promise<boolean> =>
  updateBoard(ctx, viewer, board, form, async (trx) => {
    const acts = [...done]
    if (form.slug !== board.slug) acts.push({ action: 'rename-board', reason: `${board.slug} → ${form.slug}` })
    if (form.groupId !== undefined && form.groupId !== board.groupId) acts.push({ action: 'move-board', reason: '' })
    for (const act of acts) {
      const about = { moderatorId: viewer.memberId ?? 0, boardId: board.id, memberId: null, createdAt: ctx.clock.now() }
      await recordAct(trx, { ...about, ...act })
    }
  })

/** What a board has for itself, whichever settings it takes over. */
const own = ['slug', 'nameKo', 'nameEn', 'descriptionKo', 'descriptionEn', 'groupId', 'position'] as const
const texts = ['aboveKo', 'aboveEn', 'belowKo', 'belowEn', 'defaultText'] as const

/** All settings of one board for another, but for its name and place; its texts and categories where they are wanted. */
export async function copySettings(
  ctx: AppContext,
  viewer: Viewer,
  { from, to }: { from: Board; to: Board },
  wanted: { texts: boolean; categories: boolean },
): Promise<void> {
  const kept = [...own, ...(wanted.texts ? [] : texts)]
  const form = BoardForm.parse({ ...from, ...Object.fromEntries(kept.map((name) => [name, to[name]])) })
  await saveBoard(ctx, viewer, to, form, [{ action: 'copy-board', reason: `${from.slug} → ${to.slug}` }])
  if (wanted.categories) await addCategoriesOf(ctx, viewer, { from, to })
}
