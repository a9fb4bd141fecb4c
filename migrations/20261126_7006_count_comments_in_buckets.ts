import type { Db } from '../src/lib/db/db.ts'

const POSTS_A_STEP = 50_000

/** For the posts that have so many already. Done twice, it comes to the same. */
export const up = async (db: Db): Promise<void> => {
  const [row] = await db('posts').max<{ last: number | null }[]>({ last: 'id' })
  for (let from = 0; from <= (row?.last ?? 0); from += POSTS_A_STEP) {
    const stretch = [from, from + POSTS_A_STEP]
    for (const [byVotes, rank] of [
      [0, '0'],
      [1, 'r.best_rank'],
    ] as const) {
      const sql = [
        'INSERT INTO comment_buckets (post_id, by_votes, best_rank, bucket, drawn)',
        'SELECT t.post_id,',
        String(byVotes),
        ',',
        rank,
        'AS best, t.root DIV 64 AS bucket, SUM(t.drawn) AS drawn FROM (SELECT c.post_id, c.root, COUNT(*) AS drawn FROM posts AS p',
        'STRAIGHT_JOIN comments AS c ON c.post_id = p.id AND c.in_thread = 1',
        'WHERE p.id >= ? AND p.id < ? AND p.last_comment_number > 100 GROUP BY c.post_id, c.root) AS t',
        'STRAIGHT_JOIN comments AS r ON r.post_id = t.post_id AND r.number = t.root GROUP BY t.post_id, best, bucket',
        'ON DUPLICATE KEY UPDATE drawn = VALUES(drawn)',
      ]
      await db.raw(sql.join(' '), stretch)
    }
  }
}
