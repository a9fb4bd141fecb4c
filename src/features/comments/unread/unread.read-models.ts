import type { Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import type { CommentSort } from '../../boards/board-settings.types.ts'
import { administers } from '../../boards/boards.policy.ts'
import { mutedBy } from '../../mutes/mutes.read-models.ts'
import type { Comment } from '../comments.types.ts'
import { MOST_COUNTED } from './unread.types.ts'

/** For the statement that reads a page of the thread: how many there are on all pages. Only the new ones are looked at, not the thread. */
export const unreadColumn = (db: Db, viewer: Viewer, postId: number, since: number) =>
  db.raw('(SELECT COUNT(*) FROM (?) AS new_ones) AS unread', [unreadOf(db, viewer, postId, since).limit(MOST_COUNTED).select('id')])

/** The next one below the comment `after`, in the order in which the threads are read; from the end on to the first. */
export async function findNextUnread(
  db: Db,
  viewer: Viewer,
  postId: number,
  { since = 0, after, sort }: { since?: number | undefined; after?: number | undefined; sort: CommentSort },
): Promise<Pick<Comment, 'number' | 'path'> | undefined> {
  const place = placeColumn(db, sort)
  const last =
    after === undefined ? undefined : await db('comments').where({ postId, number: after }).first<Placed | undefined>('path', place)
  const inOrder = () =>
    db.from(unreadOf(db, viewer, postId, since).select('number', 'path', place).as('unread') as never).orderBy(['place', 'path'])
  if (last === undefined) return inOrder().first()
  const below = inOrder().where((next) =>
    next.where('place', '>', last.place).orWhere((same) => same.where('place', last.place).where('path', '>', last.path)),
  )
  return (await below.first()) ?? inOrder().first()
}

type Placed = Pick<Comment, 'path'> & { place: number }

/** What counts before the path in that order (as in `thread-pages.read-models`). */
const placeColumn = (db: Db, sort: CommentSort) =>
  ({
    oldest: db.raw('0 AS place'),
    newest: db.raw('-CAST(root AS SIGNED) AS place'),
    best: db.raw('(SELECT r.best_rank FROM comments AS r WHERE r.post_id = comments.post_id AND r.number = comments.root) AS place'),
  })[sort]

const unreadOf = (db: Db, viewer: Viewer, postId: number, since: number) =>
  shownIn(db, postId)
    .where('number', '>', since)
    .modify((comments) => {
      const { memberId } = viewer
      if (!administers(viewer)) comments.where((by) => whereConcerned(db, by, viewer, postId))
      if (memberId === null) return
      comments
        .where((by) => by.whereNull('authorId').orWhereNot({ authorId: memberId }))
        .where((by) => by.where({ anonymous: 1 }).orWhereNull('authorId').orWhereNotIn('authorId', mutedBy(db, memberId)))
    })

type Comments = ReturnType<typeof shownIn>
const shownIn = (db: Db, postId: number) => db<Comment>('comments').where({ postId, inThread: 1, status: 'visible' })

/** As `canSeeBody`: what is secret is new to those concerned alone. */
function whereConcerned(db: Db, comments: Comments, { memberId, moderates }: Viewer, postId: number): void {
  void comments.where({ secret: 0 })
  if (memberId === null) return
  const own = db('posts')
    .where({ id: postId })
    .where((by) => by.where({ authorId: memberId }).orWhereIn('boardId', [...moderates]))
  void comments.orWhere({ addresseeId: memberId }).orWhereIn('postId', own.select('id'))
}
