import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { canReadOn } from '../boards/boards.policy.ts'
import { listBoardsFor } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { whereReadable } from '../posts/readable-posts.read-models.ts'
import type { FollowRow } from './post-follows.types.ts'

const PAGE = 30

export interface FollowList {
  boards: Board[]
  rows: FollowRow[]
  before: number | null
  /** Where the next page begins, null on the last. */
  olderThan: number | null
}

/** What was followed last comes first, and only what one may still read: a post that was hidden comes back to the list when it is restored. */
export async function listFollows(ctx: AppContext, viewer: Viewer, before: number | null): Promise<FollowList> {
  const boards = (await listBoardsFor(ctx, viewer)).filter((board) => canReadOn(viewer, board))
  const found: FollowRow[] = await ctx
    .db('post_follows as f')
    .join('posts as p', 'p.id', 'f.postId')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .leftJoin('post_reads as r', (on) => on.on('r.postId', 'p.id').andOn('r.memberId', 'f.memberId'))
    .where('f.memberId', viewer.memberId)
    .modify((rows) => {
      whereReadable(rows, viewer, boards)
      if (before !== null) rows.where('f.id', '<', before)
    })
    .orderBy('f.id', 'desc')
    .limit(PAGE + 1)
    .select(
      ...['f.id', 'f.createdAt', 'p.boardId', 'p.number', 'p.title', 'p.anonymous', 'p.guestName', 'p.commentCount'],
      ...['p.lastCommentNumber', 'r.seenComment', 'm.nickname'],
    )
  const rows = found.slice(0, PAGE)
  return { boards, rows, before, olderThan: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null }
}

/** For whoever tells them of a new comment: in the order of their ids, so many at once. Whether they may read it is asked of each. */
export const listFollowers = (db: Db, postId: number, { after, limit }: { after: number; limit: number }): Promise<number[]> =>
  db('post_follows').where({ postId }).where('memberId', '>', after).orderBy('memberId').limit(limit).pluck('member_id')
