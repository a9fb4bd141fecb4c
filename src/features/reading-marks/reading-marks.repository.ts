import type { Db } from '../../lib/db/db.ts'
import { inSlices } from '../../lib/db/in-slices.ts'

/**
 * Owns `post_reads` (what a member opened, and the newest comment that they saw) and `post_read_floors` (all up to this post counts as read).
 * Their `board_id` is where a post was first: when boards are merged, nothing here changes, and what was unread on either stays so.
 */

/** Of two looks at one post that are noted in the wrong order, the one that saw more counts. */
export const upsertRead = (db: Db, { memberId, postId, readAt }: { memberId: number; postId: number; readAt: Date }) =>
  db.raw(
    `INSERT INTO post_reads (member_id, post_id, board_id, seen_comment, read_at)
     SELECT ?, id, COALESCE(first_board_id, board_id), last_comment_number, ? FROM posts WHERE id = ?
     ON DUPLICATE KEY UPDATE seen_comment = GREATEST(seen_comment, VALUES(seen_comment)), read_at = VALUES(read_at)`,
    [memberId, readAt, postId],
  )

/** Their own words are nothing new to whom had seen all before them; what others said meanwhile still is. */
export const seeOwnComment = (db: Db, { memberId, postId, number }: { memberId: number; postId: number; number: number }) =>
  db('post_reads')
    .where({ memberId, postId, seenComment: number - 1 })
    .update({ seenComment: number })

/** Everything that is there now; a floor only rises. */
export const raiseFloor = (trx: Db, memberId: number, boardId: number) =>
  trx.raw(
    `INSERT INTO post_read_floors (member_id, board_id, post_id) SELECT ?, ?, COALESCE(MAX(id), 0) FROM posts
     ON DUPLICATE KEY UPDATE post_id = GREATEST(post_read_floors.post_id, VALUES(post_id))`,
    [memberId, boardId],
  )

/** What was opened before keeps its row, so that comments from now on still show. */
export const seeAllComments = (trx: Db, memberId: number, boardId: number) =>
  trx.raw(
    `UPDATE post_reads AS r JOIN posts AS p ON p.id = r.post_id SET r.seen_comment = GREATEST(r.seen_comment, p.last_comment_number)
     WHERE r.member_id = ? AND p.board_id = ?`,
    [memberId, boardId],
  )

/** What goes was read: all up to it counts so from now on. */
export const raiseFloorsOverOldReads = (db: Db, before: Date) =>
  db.raw(
    `INSERT INTO post_read_floors (member_id, board_id, post_id)
     SELECT member_id, board_id, MAX(post_id) FROM post_reads WHERE read_at < ? GROUP BY member_id, board_id
     ON DUPLICATE KEY UPDATE post_id = GREATEST(post_read_floors.post_id, VALUES(post_id))`,
    [before],
  )

/** @returns how many were dropped */
export const deleteOldReads = (db: Db, before: Date): Promise<number> =>
  inSlices(1_000, async (limit) => {
    const [{ affectedRows }] = (await db.raw('DELETE FROM post_reads WHERE read_at < ? LIMIT ?', [before, limit])) as [
      { affectedRows: number },
    ]
    return affectedRows
  })
