import type { Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { administers } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'

/**
 * `canReadPost` said in SQL of the posts `p`, for lists of what one kept or said at some time: it may have been taken from one since. What is
 * deleted stands in none, for nobody.
 * @param boards those that the viewer may read
 */
export function whereReadable(rows: ReturnType<Db['queryBuilder']>, viewer: Viewer, boards: readonly Board[]): void {
  const ids = boards.map(({ id }) => id)
  const shared = boards.filter(({ consultation }) => !consultation).map(({ id }) => id)
  void rows
    .whereIn('p.boardId', ids)
    .whereNot('p.status', 'deleted')
    .where((any) => {
      any.where((kept) => {
        kept.whereNot('p.status', 'private')
        if (!administers(viewer)) kept.whereIn('p.boardId', [...viewer.moderates])
      })
      any.orWhere('p.authorId', viewer.memberId)
      any.orWhere({ 'p.rootAuthorId': viewer.memberId, 'p.status': 'visible' })
      any.orWhere((open) =>
        open.where({ 'p.status': 'visible', 'p.secret': 0 }).where((some) => some.whereIn('p.boardId', shared).orWhere('p.announced', 1)),
      )
    })
}
