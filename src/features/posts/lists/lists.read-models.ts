import type { AppContext, Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { canonicalName } from '../../../lib/text/canonical-name.ts'
import type { Board } from '../../boards/boards.types.ts'
import { type RankedSort, rankedListName } from '../ranks/ranks.types.ts'
import type { ListQuery } from './list-query.types.ts'

type Builder = ReturnType<Db['queryBuilder']>
type Name = string | ReturnType<Db['raw']>

/** One list of one board as it is read: its name in `list_blocks`, and its posts in the index that holds them in its order. */
export interface ReadList {
  boardId: number
  name: Name
  posts: () => Builder
  /** The columns of what `posts` reads. */
  idColumn: 'id' | 'postId'
  rankColumn: 'number' | RankedSort
  /** Lists by number alone: no post below this one. */
  least: number | null
}

/** For a single row a server would rather walk through another index in the wanted order than begin in this one at the right place. */
const inIndex = (db: Db, table: 'posts' | 'post_ranks', index: string) => db.from(db.raw('?? FORCE INDEX (??)', [table, index]))

const byNumber = (db: Db, boardId: number, name: Name, index: string, where: Record<string, unknown>): ReadList => ({
  boardId,
  name,
  posts: () => inIndex(db, 'posts', index).where(where),
  idColumn: 'id',
  rankColumn: 'number',
  least: null,
})

export const newestList = (db: Db, boardId: number): ReadList => byNumber(db, boardId, 'newest', 'list', { boardId, listed: 1 })

/** The list that a query asks for. Every reader of the board finds the same posts in it; `mine` alone depends on who asks. */
export function listOf(db: Db, viewer: Viewer, { id: boardId }: Board, query: ListQuery): ReadList {
  const { filter, category, author, sort } = query
  if (filter === 'mine') {
    const authorId = viewer.memberId ?? 0
    return byNumber(db, boardId, `mine:${authorId}`, 'mine_list', { boardId, authorId, listed: 1 })
  }
  if (filter === 'unanswered') return byNumber(db, boardId, 'unanswered', 'unanswered_list', { boardId, unanswered: 1 })
  if (filter === 'popular') return byNumber(db, boardId, 'popular', 'popular_list', { boardId, popular: 1 })
  if (author !== null) return listOfAuthor(db, boardId, author)
  if (sort !== 'newest') return rankedList(db, { boardId, category, sort })
  if (category === null) return newestList(db, boardId)
  return byNumber(db, boardId, `category:${category}`, 'category_list', { categoryId: category, listed: 1 })
}

/** By nickname, in the same statement: an unknown one has no posts. */
function listOfAuthor(db: Db, boardId: number, nickname: string): ReadList {
  const id = '(SELECT id FROM members WHERE nickname_canonical = ?)'
  const canonical = canonicalName(nickname)
  const name = db.raw(["CONCAT('author:', COALESCE(", id, ', 0))'].join(''), [canonical])
  return byNumber(db, boardId, name, 'author_list', { boardId, shownAuthorId: db.raw(id, [canonical]), listed: 1 })
}

/** Kept by a job of the worker (`ranks.jobs`): seconds behind, and nobody who votes waits for it. */
const rankedList = (db: Db, { boardId, category, sort }: { boardId: number; category: number | null; sort: RankedSort }): ReadList => ({
  boardId,
  name: rankedListName(sort, category),
  posts: () =>
    category === null
      ? inIndex(db, 'post_ranks', sort).where({ boardId })
      : inIndex(db, 'post_ranks', `category_${sort}`).where({ categoryId: category }),
  idColumn: 'postId',
  rankColumn: sort,
  least: null,
})

const DAY_MS = 86_400_000
const days = { day: 1, week: 7, month: 30, year: 365 } as const

/** A number above all: of a period in which nothing was written. */
const NOTHING = 4_294_967_295

/** The list cut off where its period begins. Numbers follow time, so that a period is a stretch of numbers. */
export async function withinPeriod(ctx: AppContext, list: ReadList, period: ListQuery['period']): Promise<ReadList> {
  if (period === null) return list
  const least = await ctx.memory.get(`period:${list.boardId}:${period}`, async () => {
    const since = new Date(ctx.clock.now().getTime() - days[period] * DAY_MS)
    const first = await inIndex(ctx.db, 'posts', 'dated')
      .where({ boardId: list.boardId, listed: 1 })
      .where('createdAt', '>=', since)
      .orderBy('createdAt')
      .first<{ number: number } | undefined>('number')
    return first?.number ?? NOTHING
  })
  return { ...list, least }
}
