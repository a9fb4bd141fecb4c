import type { Db } from '../../../lib/db/db.ts'
import { PAGE_SIZE } from '../threads/thread-pages.types.ts'

/** Kept counts of comments against their source. Each function looks at one stretch, so that none of its statements grows with the site. */

export interface CommentDifference {
  what: 'votes of a comment' | 'votes against a comment' | 'comments in a bucket'
  /** A comment; of a bucket, its post. */
  at: { id: number; list: string; from: number }
  kept: number
  counted: number
}

/** Those that have buckets. */
export const listLongThreads = (db: Db, from: number, below: number): Promise<number[]> =>
  db('posts').where('id', '>=', from).where('id', '<', below).where('lastCommentNumber', '>', PAGE_SIZE).orderBy('id').pluck('id')

export async function lastCommentId(db: Db): Promise<number> {
  const [row] = await db('comments').max<{ last: number | null }[]>({ last: 'id' })
  return row?.last ?? 0
}

export async function compareVotes(db: Db, from: number, below: number): Promise<CommentDifference[]> {
  const [rows] = (await db.raw(
    `SELECT c.id, c.vote_count AS kept, c.down_count AS kept_against, COALESCE(v.votes, 0) AS counted, COALESCE(v.against, 0) AS against
     FROM comments AS c
     LEFT JOIN (SELECT comment_id, SUM(value > 0) AS votes, SUM(value < 0) AS against FROM comment_votes
       WHERE comment_id >= ? AND comment_id < ? GROUP BY comment_id) AS v ON v.comment_id = c.id
     WHERE c.id >= ? AND c.id < ? AND (c.vote_count <> COALESCE(v.votes, 0) OR c.down_count <> COALESCE(v.against, 0))`,
    [from, below, from, below],
  )) as [{ id: number; kept: number; keptAgainst: number; counted: number; against: number }[]]
  return rows.flatMap(({ id, kept, counted, keptAgainst, against }) => {
    const at = { id, list: '', from: 0 }
    const both: CommentDifference[] = [
      { what: 'votes of a comment', at, kept, counted: Number(counted) },
      { what: 'votes against a comment', at, kept: keptAgainst, counted: Number(against) },
    ]
    return both.filter((each) => each.kept !== each.counted)
  })
}

/** With the post's row held, as by those who vote; read as the votes stand now. */
export async function recountVotes(trx: Db, commentId: number): Promise<void> {
  const count = async (value: 1 | -1): Promise<number> => {
    const [row] = await trx('comment_votes').where({ commentId, value }).forShare().count<{ total: number }[]>({ total: '*' })
    return row?.total ?? 0
  }
  await trx('comments')
    .where({ id: commentId })
    .update({ voteCount: await count(1), downCount: await count(-1) })
}

export const findPostOf = async (db: Db, commentId: number): Promise<number | undefined> =>
  (await db('comments').where({ id: commentId }).first<{ postId: number } | undefined>('postId'))?.postId
