import type { Db } from '../src/lib/db/db.ts'

/** What was pinned before there was a note of who had written it: by those who keep order on the board today. */
export const up = async (db: Db): Promise<void> => {
  await db.raw(
    `UPDATE posts AS p JOIN members AS m ON m.id = p.author_id
     LEFT JOIN board_moderators AS b ON b.board_id = p.board_id AND b.member_id = p.author_id
     SET p.announced = 1 WHERE p.pinned_at IS NOT NULL AND (m.level >= 9 OR b.member_id IS NOT NULL)`,
  )
}
