import type { Db } from '../src/lib/db/db.ts'

/** Counts of the posts that were there before the lists had blocks of their own; counting them twice comes to the same. */
const lists: Record<string, string> = {
  newest: "SELECT board_id, 'newest', number - number % 1024, COUNT(*) FROM posts WHERE listed = 1 GROUP BY 1, 2, 3",
  unanswered: "SELECT board_id, 'unanswered', number - number % 1024, COUNT(*) FROM posts WHERE unanswered = 1 GROUP BY 1, 2, 3",
  author: `SELECT board_id, CONCAT('author:', shown_author_id), number - number % 1024, COUNT(*) FROM posts
    WHERE listed = 1 AND shown_author_id IS NOT NULL GROUP BY 1, 2, 3`,
  mine: `SELECT board_id, CONCAT('mine:', author_id), number - number % 1024, COUNT(*) FROM posts
    WHERE listed = 1 AND author_id IS NOT NULL GROUP BY 1, 2, 3`,
}

export const up = async (db: Db): Promise<void> => {
  for (const posts of Object.values(lists)) {
    const statement = ['INSERT INTO list_blocks (board_id, list, from_rank, listed_count)', posts]
    await db.raw([...statement, 'ON DUPLICATE KEY UPDATE listed_count = VALUES(listed_count)'].join(' '))
  }
}
