import type { AppContext } from '../../context.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'

export interface FeedPost extends Pick<Post, 'boardId' | 'number' | 'title' | 'anonymous' | 'createdAt' | 'editedAt'> {
  html: string
  text: string
  nickname: string | null
  guestName: string | null
}

const ITEMS = 20
/** Of each board so many of the newest are looked at, secret ones among them: a feed is never slow, however many those are. */
const LOOKED_AT = 100

/** The newest that everyone may read, of these boards: one statement. */
export async function listFeedPosts(ctx: AppContext, boards: readonly Pick<Board, 'id'>[]): Promise<FeedPost[]> {
  if (boards.length === 0) return []
  const { db } = ctx
  const newest = boards.map(({ id: boardId }) =>
    db('posts').where({ boardId, status: 'visible' }).orderBy('id', 'desc').limit(LOOKED_AT).select('id', 'secret'),
  )
  const open = db.from(db.unionAll(newest, true).as('newest')).where('secret', 0).orderBy('id', 'desc').limit(ITEMS).select('id').as('open')
  return db
    .from(open)
    .join('posts as p', 'p.id', 'open.id')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .orderBy('p.id', 'desc')
    .select<FeedPost[]>(
      ...['p.boardId', 'p.number', 'p.title', 'p.anonymous', 'p.guestName', 'p.createdAt', 'p.editedAt', 'b.html', 'b.text'],
      'm.nickname',
    )
}
