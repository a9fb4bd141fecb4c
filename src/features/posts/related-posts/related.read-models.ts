import type { Db } from '../../../lib/db/db.ts'
import type { Board } from '../../boards/boards.types.ts'
import type { Slice } from '../lists/post-rows.read-models.ts'
import type { Post } from '../posts.types.ts'
import { RELATED_SHOWN } from './related.types.ts'

/** The nearest first. The job may be a moment behind: what became secret or left the board meanwhile is passed over here. */
export const relatedSlice = (db: Db, part: string, board: Pick<Board, 'id'>, post: Pick<Post, 'id'>): Slice => ({
  part,
  ids: db('related_posts as near')
    .join('posts as other', 'other.id', 'near.relatedId')
    .where({ 'near.postId': post.id, 'other.boardId': board.id, 'other.status': 'visible', 'other.secret': 0 })
    .orderBy([
      { column: 'near.score', order: 'desc' },
      { column: 'near.relatedId', order: 'desc' },
    ])
    .limit(RELATED_SHOWN)
    .select('other.id', db.raw('? AS part', [part]), 'near.score as listRank'),
})
