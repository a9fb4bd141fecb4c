import type { Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { mutedBy } from '../../mutes/mutes.read-models.ts'
import { findComment } from '../comments.repository.ts'
import type { Comment } from '../comments.types.ts'
import { MOST_COUNTED } from './unread.types.ts'

/** For the statement that reads a page of the thread: how many there are on all pages. Only the new ones are looked at, not the thread. */
export const unreadColumn = (db: Db, viewer: Viewer, postId: number, since: number) =>
  db.raw('(SELECT COUNT(*) FROM (?) AS new_ones) AS unread', [unreadOf(db, viewer, postId, since).limit(MOST_COUNTED).select('id')])

/** The next one below the comment `after`, as the thread is read from top to bottom; from the end on to the first. */
export async function findNextUnread(
  db: Db,
  viewer: Viewer,
  postId: number,
  { since = 0, after }: { since?: number | undefined; after?: number | undefined },
): Promise<Comment | undefined> {
  const last = after === undefined ? undefined : await findComment(db, postId, after)
  const inOrder = () => unreadOf(db, viewer, postId, since).orderBy('path')
  const below = last && (await inOrder().where('path', '>', last.path).first())
  return below ?? inOrder().first()
}

const unreadOf = (db: Db, { memberId }: Viewer, postId: number, since: number) =>
  db<Comment>('comments')
    .where({ postId, inThread: 1, status: 'visible' })
    .where('number', '>', since)
    .modify((comments) => {
      if (memberId === null) return
      comments
        .where((by) => by.whereNull('authorId').orWhereNot({ authorId: memberId }))
        .where((by) => by.where({ anonymous: 1 }).orWhereNull('authorId').orWhereNotIn('authorId', mutedBy(db, memberId)))
    })
