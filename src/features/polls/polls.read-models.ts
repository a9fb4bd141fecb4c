import type { Reader } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'
import * as repository from './polls.repository.ts'
import type { Poll, PollBox, ShownPoll } from './polls.types.ts'
import { pollBox } from './polls.view-models.ts'

export const findPoll = (db: Db, postId: number): Promise<Poll | undefined> => repository.findPoll(db, postId)

/** A column for the one statement that reads the post `p`: its poll, and what this member took. */
export const pollColumn = (db: Db, memberId: number) =>
  db.raw(
    `(SELECT JSON_OBJECT(
        'question', q.question, 'most', q.most, 'endsAt', q.ends_at, 'results', q.results, 'named', q.named, 'fixed', q.fixed,
        'voterCount', q.voter_count,
        'choices', (SELECT JSON_ARRAYAGG(JSON_OBJECT('position', c.position, 'label', c.label, 'voteCount', c.vote_count))
          FROM poll_choices AS c WHERE c.post_id = p.id),
        'own', (SELECT GROUP_CONCAT(v.position) FROM poll_votes AS v WHERE v.post_id = p.id AND v.member_id = ?))
      FROM polls AS q WHERE q.post_id = p.id) AS poll`,
    [memberId],
  )

interface Stored extends Omit<ShownPoll, 'named' | 'fixed' | 'endsAt' | 'choices' | 'own'> {
  named: number
  fixed: number
  endsAt: string | null
  choices: unknown
  own: string | null
}

/** MariaDB gives JSON as text, and what stands in it from a table of its own as text once more. */
const parsed = <T>(stored: unknown): T => (typeof stored === 'string' ? JSON.parse(stored) : stored) as T

export function readPoll(stored: unknown): ShownPoll | null {
  const poll = parsed<Stored | null>(stored ?? null)
  if (poll === null) return null
  return {
    ...poll,
    named: poll.named === 1,
    fixed: poll.fixed === 1,
    endsAt: poll.endsAt === null ? null : new Date(`${poll.endsAt.replace(' ', 'T')}Z`),
    choices: parsed<Poll['choices']>(poll.choices).sort((a, b) => a.position - b.position),
    own: poll.own === null ? [] : poll.own.split(',').map(Number),
  }
}

/** A post's poll as its page prints it. `address`: where its form leads back to. */
export const pollBelow = (
  reader: Reader,
  at: { board: Board; post: Pick<Post, 'number' | 'status' | 'lockedAt'> },
  poll: ShownPoll | null,
  address: string,
): PollBox | null => (poll === null ? null : pollBox(reader, at, poll, address))
