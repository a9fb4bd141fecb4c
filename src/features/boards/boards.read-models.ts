import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { AdultsOnly } from './adults.types.ts'
import type { BoardCategory } from './board-categories.types.ts'
import { ExtraFields } from './board-form.types.ts'
import { canList, isKeptOutByAge } from './boards.policy.ts'
import type { Board, BoardGroup } from './boards.types.ts'

export const BOARDS_MEMORY_KEY = 'boards'

interface KnownBoards {
  boards: Board[]
  /** Addresses that boards had before, by slug. `numberedAs`: the board by whose numbers posts are known there. */
  addresses: ReadonlyMap<string, { boardId: number; numberedAs: number }>
}

const knownBoards = (ctx: AppContext): Promise<KnownBoards> =>
  ctx.memory.get(BOARDS_MEMORY_KEY, async () => {
    const [rows, categories, addresses] = await Promise.all([
      ctx
        .db('boards as b')
        .join('board_groups as g', 'g.id', 'b.groupId')
        .leftJoin('board_merges as m', 'm.fromBoardId', 'b.id')
        .orderBy(['g.position', 'g.id', 'b.position', 'b.id'])
        .select<BoardRow[]>('b.*', 'g.level as groupLevel', 'g.membersOnly as groupMembersOnly', 'm.intoBoardId as mergingInto'),
      ctx.db<BoardCategory>('board_categories').orderBy(['position', 'id']),
      ctx.db<{ slug: string; boardId: number; numberedAs: number }>('board_addresses').select('slug', 'boardId', 'numberedAs'),
    ])
    const boards = rows.map((row) =>
      boardOfRow(
        row,
        categories.filter(({ boardId }) => boardId === row.id),
      ),
    )
    return { boards, addresses: new Map(addresses.map((address) => [address.slug, address])) }
  })

/** Every board in the owner's order, from memory. */
export const listAllBoards = async (ctx: AppContext): Promise<Board[]> => (await knownBoards(ctx)).boards

/** Where an address leads that a board had once; undefined where a board lives now. */
export async function findBoardAddress(ctx: AppContext, slug: string): Promise<{ board: Board; numberedAs: number } | undefined> {
  const { boards, addresses } = await knownBoards(ctx)
  const address = addresses.get(slug)
  const board = boards.find(({ id }) => id === address?.boardId)
  return address && board && !boards.some((each) => each.slug === slug) ? { board, numberedAs: address.numberedAs } : undefined
}

/** The boards that were merged into this one, or are on their way into it. */
export async function listMergedBoardIds(ctx: AppContext, board: Pick<Board, 'id'>): Promise<number[]> {
  const { boards, addresses } = await knownBoards(ctx)
  const gone = [...addresses.values()].filter(({ boardId }) => boardId === board.id).map(({ numberedAs }) => numberedAs)
  const going = boards.filter(({ mergingInto }) => mergingInto === board.id).map(({ id }) => id)
  return [...new Set([...gone, ...going])].filter((id) => id !== board.id).sort((a, b) => a - b)
}

/** A board as SQL gives it back: switches as 0 and 1, lists as words, an empty text as NULL. */
type BoardRow = Record<string, unknown> & { id: number; groupLevel: number; groupMembersOnly: 0 | 1; createdAt: Date }

function boardOfRow({ groupLevel, groupMembersOnly, ...row }: BoardRow, categories: BoardCategory[]): Board {
  const told = Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (switches.has(name)) return [name, value === 1]
      if (wordLists.has(name)) return [name, String(value).split(' ').filter(Boolean)]
      if (texts.has(name)) return [name, value ?? '']
      return [name, value]
    }),
  )
  // MariaDB's JSON is text, MySQL's comes back parsed.
  const fields = typeof row['extraFields'] === 'string' ? JSON.parse(row['extraFields']) : row['extraFields']
  const extraFields = ExtraFields.parse(fields ?? [])
  return { ...told, extraFields, categories, group: { level: groupLevel, membersOnly: groupMembersOnly === 1 } } as unknown as Board
}

const switches = new Set([
  ...[
    'adultsOnly',
    'anonymous',
    'consultation',
    'approval',
    'privatePosts',
    'copyImages',
    'secretComments',
    'editAfterComments',
    'deleteAfterComments',
    'categoryRequired',
  ],
  ...['commentsEnabled', 'feedEnabled', 'searchEnabled'],
])
const wordLists = new Set(['uploadKinds', 'sorts', 'listColumns'])
const texts = new Set([
  ...['aboveKo', 'aboveEn', 'belowKo', 'belowEn', 'aboveHtmlKo', 'aboveHtmlEn', 'belowHtmlKo', 'belowHtmlEn', 'defaultText'],
])

export const listBoardsFor = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listAllBoards(ctx)).filter((board) => canList(viewer, board))

/** Those also that open to adults alone: by their names, nothing of what stands in them. */
export const listBoardsToName = async (ctx: AppContext, viewer: Viewer): Promise<Board[]> =>
  (await listAllBoards(ctx)).filter((board) => canList(viewer, board) || isKeptOutByAge(viewer, board))

/** @throws NotFound when there is no such board, or none for this viewer; AdultsOnly, which is answered with the board's gate */
export async function loadBoard(ctx: AppContext, viewer: Viewer, slug: string): Promise<Board> {
  const board = (await listAllBoards(ctx)).find((candidate) => candidate.slug === slug)
  if (board && isKeptOutByAge(viewer, board)) throw new AdultsOnly(board)
  if (!board || !canList(viewer, board)) throw new NotFound(`no board ${slug}`)
  return board
}

/** From memory: the site's menu names them on every page. */
export const listAllGroups = (ctx: AppContext): Promise<BoardGroup[]> =>
  ctx.memory.get(`${BOARDS_MEMORY_KEY}:groups`, () => listGroups(ctx.db))

export const listGroups = async (db: Db): Promise<BoardGroup[]> => {
  const rows = await db('board_groups')
    .orderBy(['position', 'id'])
    .select<(Omit<BoardGroup, 'membersOnly'> & { membersOnly: 0 | 1 })[]>('*')
  return rows.map((row) => ({ ...row, membersOnly: row.membersOnly === 1 }))
}
