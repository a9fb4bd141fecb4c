import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { listAllBoards, listGroups, loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'

export interface Moderator {
  id: number
  nickname: string
}

/** Boards in the owner's order, and how many posts each lists. */
export async function loadBoards(ctx: AppContext): Promise<{ boards: Board[]; counts: Map<number, number> }> {
  const [boards, counts] = await Promise.all([
    listAllBoards(ctx),
    ctx
      .db('list_blocks')
      .where({ list: 'newest' })
      .groupBy('boardId')
      .select<{ boardId: number; total: number }[]>('boardId', ctx.db.raw('SUM(listed_count) AS total')),
  ])
  return { boards, counts: new Map(counts.map(({ boardId, total }) => [boardId, Number(total)])) }
}

/** @throws NotFound when there is no such board */
export async function loadBoardSettings(ctx: AppContext, viewer: Viewer, slug: string) {
  const board = await loadBoard(ctx, viewer, slug)
  const [groups, moderators] = await Promise.all([listGroups(ctx.db), listModerators(ctx.db, board.id)])
  return { board, groups, moderators }
}

const listModerators = (db: Db, boardId: number): Promise<Moderator[]> =>
  db('board_moderators as b')
    .join('members as m', 'm.id', 'b.memberId')
    .where({ 'b.boardId': boardId })
    .orderBy('m.nickname')
    .select('m.id', 'm.nickname')

export const findActiveMember = (db: Db, nickname: string): Promise<Moderator | undefined> =>
  db('members')
    .where({ nicknameCanonical: canonicalName(nickname), status: 'active' })
    .first<Moderator | undefined>('id', 'nickname')

/** Also those who are suspended by now: whoever stands in the list can be taken out of it. */
export const findModerator = (db: Db, boardId: number, nickname: string): Promise<Moderator | undefined> =>
  db('board_moderators as b')
    .join('members as m', 'm.id', 'b.memberId')
    .where({ 'b.boardId': boardId, 'm.nicknameCanonical': canonicalName(nickname) })
    .first<Moderator | undefined>('m.id', 'm.nickname')
