import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { canList } from './boards.policy.ts'
import type { Board, BoardGroup } from './boards.types.ts'

export const BOARDS_MEMORY_KEY = 'boards'

/** Every board in the owner's order, from memory. */
export const listAllBoards = (ctx: AppContext): Promise<Board[]> =>
  ctx.memory.get(BOARDS_MEMORY_KEY, () =>
    ctx
      .db<Board>('boards as b')
      .join<BoardGroup>('board_groups as g', 'g.id', 'b.groupId')
      .orderBy(['g.position', 'g.id', 'b.position', 'b.id'])
      .select('b.*'),
  )

export const listBoardsFor = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listAllBoards(ctx)).filter((board) => canList(viewer, board))

/** @throws NotFound when there is no such board, or none for this viewer */
export async function loadBoard(ctx: AppContext, viewer: Viewer, slug: string): Promise<Board> {
  const board = (await listAllBoards(ctx)).find((candidate) => candidate.slug === slug)
  if (!board || !canList(viewer, board)) throw new NotFound(`no board ${slug}`)
  return board
}

export const listGroups = (db: Db): Promise<BoardGroup[]> => db<BoardGroup>('board_groups').orderBy(['position', 'id'])
