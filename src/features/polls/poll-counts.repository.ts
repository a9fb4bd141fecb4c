import type { Db } from '../../lib/db/db.ts'

/** Kept counts of polls against their votes. One stretch of posts at a time, so that no statement grows with the site. */

export interface PollDifference {
  what: 'poll votes' | 'poll voters'
  at: { id: number; list: string; from: number }
  kept: number
  counted: number
}

export async function comparePolls(db: Db, from: number, below: number): Promise<PollDifference[]> {
  const [choices] = (await db.raw(
    `SELECT c.post_id AS id, c.position, c.vote_count AS kept, COUNT(v.member_id) AS counted FROM poll_choices AS c
     LEFT JOIN poll_votes AS v ON v.post_id = c.post_id AND v.position = c.position
     WHERE c.post_id >= ? AND c.post_id < ? GROUP BY c.post_id, c.position, c.vote_count HAVING kept <> counted`,
    [from, below],
  )) as [{ id: number; position: number; kept: number; counted: number }[]]
  const [voters] = (await db.raw(
    `SELECT q.post_id AS id, q.voter_count AS kept, COUNT(DISTINCT v.member_id) AS counted FROM polls AS q
     LEFT JOIN poll_votes AS v ON v.post_id = q.post_id
     WHERE q.post_id >= ? AND q.post_id < ? GROUP BY q.post_id, q.voter_count HAVING kept <> counted`,
    [from, below],
  )) as [{ id: number; kept: number; counted: number }[]]
  return [
    ...choices.map(({ id, position, ...counts }) => ({ what: 'poll votes' as const, at: { id, list: '', from: position }, ...counts })),
    ...voters.map(({ id, ...counts }) => ({ what: 'poll voters' as const, at: { id, list: '', from: 0 }, ...counts })),
  ]
}

/** Call with the post's row held, as they who vote do. */
export async function recountPoll(trx: Db, postId: number): Promise<void> {
  await trx('poll_choices')
    .where({ postId })
    .update({
      voteCount: trx.raw(
        '(SELECT COUNT(*) FROM poll_votes AS v WHERE v.post_id = poll_choices.post_id AND v.position = poll_choices.position)',
      ),
    })
  await trx('polls')
    .where({ postId })
    .update({ voterCount: trx.raw('(SELECT COUNT(DISTINCT v.member_id) FROM poll_votes AS v WHERE v.post_id = polls.post_id)') })
}
