import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { listAllBoards, listGroups, loadBoard } from '../boards/boards.read-models.ts'
import type { Board, BoardGroup } from '../boards/boards.types.ts'

export interface Moderator {
  id: number
  nickname: string
}

/** Groups and boards in the owner's order, and how many posts each board lists. */
export async function loadBoards(ctx: AppContext): Promise<{ boards: Board[]; groups: BoardGroup[]; counts: Map<number, number> }> {
  const [boards, groups, counts] = await Promise.all([
    listAllBoards(ctx),
    listGroups(ctx.db),
    ctx
      .db('list_blocks')
      .where({ list: 'newest' })
      .groupBy('boardId')
      .select<{ boardId: number; total: number }[]>('boardId', ctx.db.raw('SUM(listed_count) AS total')),
  ])
  return { boards, groups, counts: new Map(counts.map(({ boardId, total }) => [boardId, Number(total)])) }
}

/** @throws NotFound when there is no such board */
export async function loadBoardSettings(ctx: AppContext, viewer: Viewer, slug: string) {
  const board = await loadBoard(ctx, viewer, slug)
  const [groups, moderators, boards] = await Promise.all([listGroups(ctx.db), listModerators(ctx.db, board.id), listAllBoards(ctx)])
  return { board, groups, moderators, into: boards.find(({ id }) => id === board.mergingInto) ?? null }
}

/** Of every state: what a merge moves. */
export async function countPosts(db: Db, boardId: number): Promise<number> {
  const [row] = await db('posts').where({ boardId }).count<{ total: number }[]>({ total: '*' })
  return row?.total ?? 0
}

/** How many posts each category of a board lists, from what is kept. */
export async function countCategories(db: Db, boardId: number): Promise<Map<number, number>> {
  const rows = await db('board_categories as c')
    .join('list_blocks as b', (on) =>
      on.on('b.boardId', 'c.boardId').on('b.list', db.raw("CONVERT(CONCAT('category:', c.id) USING ascii) COLLATE ascii_bin")),
    )
    .where({ 'c.boardId': boardId })
    .groupBy('c.id')
    .select<{ id: number; total: number }[]>('c.id', db.raw('SUM(b.listed_count) AS total'))
  return new Map(rows.map(({ id, total }) => [id, Number(total)]))
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
