import { guest, type Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { Board } from '../boards/boards.types.ts'
import { withMutes } from '../mutes/mutes.read-models.ts'
import { type Slice, selectSlices } from '../posts/lists/post-rows.read-models.ts'
import type { ListedPost } from '../posts/posts.types.ts'
import { withStickers } from '../stickers/stickers.read-models.ts'
import { type Span, STREAM_SIZE, type StreamComment } from './streams.types.ts'

type Query = Slice['ids']

const idsOf = (boards: readonly Board[]): number[] => boards.map(({ id }) => id)

/** What every reader of its board sees of a post: nothing more stands away from the board. */
const shown = (posts: Query): Query => posts.where({ status: 'visible', secret: 0 })

const PART = 'stream'

/** One page of what `ids` finds, by id downwards. One row more than is shown tells whether there are more. */
async function selectSpan(db: Db, ids: Query, viewer: Viewer = guest): Promise<Span<ListedPost>> {
  const wanted = ids.limit(STREAM_SIZE + 1).select('id', db.raw('? AS part', [PART]), 'id as listRank')
  return spanOf((await selectSlices(db, [{ part: PART, ids: wanted }], withMutes(db, viewer))).get(PART) ?? [])
}

function spanOf<Row extends { id: number }>(found: Row[]): Span<Row> {
  const rows = found.slice(0, STREAM_SIZE)
  return { rows, older: found.length > STREAM_SIZE ? (rows.at(-1)?.id ?? null) : null }
}

/** The newest of each board first, of those the newest: a board that one may not read costs nothing, however much is written there. */
export async function listNewPosts(db: Db, boards: readonly Board[], before?: number, viewer?: Viewer): Promise<Span<ListedPost>> {
  if (boards.length === 0) return { rows: [], older: null }
  const each = boards.map(({ id: boardId }) =>
    below(shown(db('posts').where({ boardId })), 'id', before)
      .orderBy('id', 'desc')
      .limit(STREAM_SIZE + 1)
      .select('id'),
  )
  return selectSpan(db, db.from(db.queryBuilder().unionAll(each, true).as('each_board')).orderBy('id', 'desc'), viewer)
}

/** Boards that may not be read are passed over within the index. */
export async function listTagged(
  db: Db,
  boards: readonly Board[],
  tag: string,
  before?: number,
  viewer?: Viewer,
): Promise<Span<ListedPost>> {
  const tagged = below(db('post_tags as t'), 't.postId', before)
    .join('posts as tagged', 'tagged.id', 't.postId')
    .where({ 't.tag': tag, 'tagged.status': 'visible', 'tagged.secret': 0 })
    .whereIn('t.boardId', idsOf(boards))
    .whereIn('tagged.boardId', idsOf(boards))
    .orderBy('t.postId', 'desc')
    .limit(STREAM_SIZE + 1)
    .select('t.postId as id')
  return selectSpan(db, db.from(tagged.as('of_tag')), viewer)
}

export const listPostsBy = (db: Db, boards: readonly Board[], authorId: number, before?: number): Promise<Span<ListedPost>> =>
  selectSpan(
    db,
    below(shown(db('posts').where({ authorId, anonymous: 0 })), 'id', before)
      .whereIn('boardId', idsOf(boards))
      .orderBy('id', 'desc'),
  )

interface CommentsOf {
  authorId?: number
  before?: number | undefined
  viewer?: Viewer
}

/** So many comments are looked at for one page. */
const WINDOW = 1_000

/**
 * Comments know their post, and the post its board: those that one may read are picked out of a window of the newest ones, so that no page
 * takes longer than another. A page whose window held few of them is short, and goes on below it.
 */
export async function listComments(db: Db, boards: readonly Board[], of: CommentsOf = {}): Promise<Span<StreamComment>> {
  const found = await selectComments(db, boards, of, STREAM_SIZE + 1)
  const span = spanOf(found)
  if (span.older !== null) return span
  const lowest = (await newestComments(db, of)
    .offset(WINDOW - 1)
    .limit(1)
    .select('id')) as { id: number }[]
  return { ...span, older: lowest[0]?.id ?? null }
}

/** A few of the newest, for the front page. */
export const listNewestComments = (db: Db, boards: readonly Board[], viewer: Viewer, size: number): Promise<StreamComment[]> =>
  selectComments(db, boards, { viewer }, size)

const newestComments = (db: Db, { authorId, before }: CommentsOf): Query =>
  below(db('comments').where({ status: 'visible', ...(authorId === undefined ? {} : { authorId, anonymous: 0 }) }), 'id', before).orderBy(
    'id',
    'desc',
  )

async function selectComments(db: Db, boards: readonly Board[], of: CommentsOf, limit: number): Promise<StreamComment[]> {
  const rows: Omit<StreamComment, 'stickers'>[] = await db
    .from(newestComments(db, of).limit(WINDOW).select('id', 'postId').as('w'))
    .join('posts as p', 'p.id', 'w.postId')
    .join('comments as c', 'c.id', 'w.id')
    .leftJoin('members as m', (join) => join.on('m.id', 'c.authorId').andOnVal('c.anonymous', 0))
    .where({ 'p.status': 'visible', 'p.secret': 0, 'c.secret': 0 })
    .whereIn('p.boardId', idsOf(boards))
    .modify(withMutes(db, of.viewer ?? guest))
    .orderBy('c.id', 'desc')
    .limit(limit)
    .select(
      'c.id',
      'c.number',
      'c.body',
      'c.createdAt',
      'c.anonymous',
      'c.guestName',
      'p.boardId',
      'p.number as postNumber',
      'p.title',
      'm.nickname',
    )
  return withStickers(db, rows)
}

const below = (query: Query, column: string, before?: number): Query => (before === undefined ? query : query.where(column, '<', before))
