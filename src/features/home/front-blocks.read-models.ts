import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { Board } from '../boards/boards.types.ts'
import { withMutes } from '../mutes/mutes.read-models.ts'
import { listedSlice, noticeSlice, openSlice, type Slice, selectSlices } from '../posts/lists/post-rows.read-models.ts'
import { boardsShownElsewhere, listPopularPosts, withMuted } from '../posts/overview.read-models.ts'
import type { ListedPost, PopularPeriod, PopularPost } from '../posts/posts.types.ts'
import { listNewestComments } from '../streams/streams.read-models.ts'
import type { StreamComment } from '../streams/streams.types.ts'
import type { FrontBlock } from './front-blocks.types.ts'

export const FRONT_MEMORY_KEY = 'front'

/** The front page as it was arranged, from memory. */
export const listFrontBlocks = (ctx: AppContext): Promise<FrontBlock[]> =>
  ctx.memory.get(FRONT_MEMORY_KEY, () => ctx.db<FrontBlock>('front_blocks').orderBy(['position', 'id']).select('*'))

export interface Cover {
  postId: number
  fileKey: string
  name: string
}

/** All that the blocks show, however many there are: one statement for posts, one for comments; the rest is remembered for a moment. */
export interface Front {
  blocks: FrontBlock[]
  boards: Board[]
  posts: Map<string, ListedPost[]>
  popular: Map<string, PopularPost[]>
  comments: StreamComment[]
  covers: Map<number, Cover>
  categoryCounts: Map<number, number>
}

export async function loadFront(ctx: AppContext, viewer: Viewer, arranged: readonly FrontBlock[]): Promise<Front> {
  const boards = await boardsShownElsewhere(ctx, viewer)
  const blocks = arranged.filter(({ boardId }) => boardId === null || boards.some(({ id }) => id === boardId))
  const has = (kind: FrontBlock['kind']) => blocks.filter((block) => block.kind === kind)
  const most = (of: FrontBlock[]) => Math.max(...of.map(({ rowCount }) => rowCount))
  const periods = (['day', 'week', 'month'] as const).filter((period) => has(`popular-${period}`).length > 0)
  const [posts, comments, categoryCounts, ...found] = await Promise.all([
    selectSlices(
      ctx.db,
      blocks.flatMap((block) => slicesOf(ctx.db, block, boards)),
      withMutes(ctx.db, viewer),
    ),
    has('comments').length > 0 ? listNewestComments(ctx.db, boards, viewer, most(has('comments'))) : [],
    has('categories').length > 0 ? countCategories(ctx, boards) : new Map<number, number>(),
    ...periods.map((period) => listPopularPosts(ctx, viewer, period)),
  ])
  const popular = await withMuted(ctx, viewer, found)
  const pictured = has('gallery').flatMap(({ id }) => posts.get(partOf(id)) ?? [])
  const covers = await findCovers(
    ctx,
    pictured.map(({ id }) => id),
  )
  return {
    blocks,
    boards,
    posts,
    comments,
    categoryCounts,
    covers,
    popular: new Map(periods.map((period, at) => [period as PopularPeriod, popular[at] ?? []])),
  }
}

export const partOf = (blockId: number): string => `block-${blockId}`

/** So far back a board's pictures are looked for. */
const PICTURES_WITHIN = 200

function slicesOf(db: Db, { id, kind, boardId, rowCount }: FrontBlock, boards: readonly Board[]): Slice[] {
  const part = partOf(id)
  if (kind === 'latest') return boardId === null ? [] : [openSlice(listedSlice(db, part, boardId, { limit: rowCount }))]
  if (kind === 'notices') return boards.map((board) => openSlice(noticeSlice(db, part, board.id, Math.min(rowCount, board.noticeLimit))))
  if (kind !== 'gallery' || boardId === null) return []
  const newest = db('posts')
    .where({ boardId, status: 'visible', secret: 0 })
    .orderBy('id', 'desc')
    .limit(PICTURES_WITHIN)
    .select('id', 'hasImage')
  const pictured = db.from(newest.as('newest')).where('hasImage', 1).orderBy('id', 'desc').limit(rowCount)
  return [{ part, ids: pictured.select('id', db.raw('? AS part', [part]), 'id as listRank') }]
}

/** The picture that stands for a post in its board's list stands for it here too. */
async function findCovers(ctx: AppContext, postIds: number[]): Promise<Map<number, Cover>> {
  if (postIds.length === 0) return new Map()
  const rows = await ctx.memory.get(`${FRONT_MEMORY_KEY}:covers:${postIds.join(',')}`, () =>
    ctx
      .db('posts as p')
      .join('files as cover', 'cover.fileKey', 'p.coverKey')
      .whereIn('p.id', postIds)
      .select<Cover[]>('p.id as postId', 'cover.fileKey', 'cover.name'),
  )
  return new Map(rows.map((row) => [row.postId, row]))
}

/** How many posts each category lists, of the boards that one may read. */
async function countCategories(ctx: AppContext, boards: readonly Board[]): Promise<Map<number, number>> {
  const ids = boards.flatMap(({ categories }) => categories.map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const rows = await ctx.memory.get(`${FRONT_MEMORY_KEY}:categories:${ids.join(',')}`, () =>
    ctx
      .db('list_blocks')
      .whereIn(
        'boardId',
        boards.map(({ id }) => id),
      )
      .whereIn(
        'list',
        ids.map((id) => `category:${id}`),
      )
      .groupBy('list')
      .select<{ list: string; total: number | string }[]>('list', ctx.db.raw('SUM(listed_count) AS total')),
  )
  return new Map(rows.map(({ list, total }) => [Number(list.slice('category:'.length)), Number(total)]))
}
