import type { Db } from '../../lib/db/db.ts'
import type { Poll, PollDraft } from './polls.types.ts'

/** Owns `polls`, `poll_choices` and `poll_votes`. Call with the post's row held: counts then can't miss or repeat a vote. */

type Row = Omit<Poll, 'named' | 'fixed' | 'choices'> & { postId: number; named: 0 | 1; fixed: 0 | 1 }

export async function findPoll(db: Db, postId: number): Promise<Poll | undefined> {
  const row = await db<Row>('polls').where({ postId }).first()
  if (!row) return undefined
  const choices = await db('poll_choices').where({ postId }).orderBy('position').select('position', 'label', 'voteCount')
  return { ...row, named: row.named === 1, fixed: row.fixed === 1, choices }
}

export async function insertPoll(trx: Db, postId: number, { choices, ...poll }: PollDraft): Promise<void> {
  await trx('polls').insert({ ...poll, postId, named: poll.named ? 1 : 0, fixed: poll.fixed ? 1 : 0 })
  await trx('poll_choices').insert(choices.map((label, index) => ({ postId, position: index + 1, label })))
}

export async function deletePoll(trx: Db, postId: number): Promise<void> {
  await trx('poll_choices').where({ postId }).delete()
  await trx('polls').where({ postId }).delete()
}

export const updateEnd = (trx: Db, postId: number, endsAt: Date | null) => trx('polls').where({ postId }).update({ endsAt })

type Taken = ReadonlyMap<number, readonly number[]>

/** By member, in the order of the choices; who took none is not there. */
export async function findVotes(trx: Db, postId: number, memberIds: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await trx('poll_votes').where({ postId }).whereIn('memberId', memberIds).orderBy('position').select('memberId', 'position')
  const taken = new Map<number, number[]>()
  for (const { memberId, position } of rows) taken.set(memberId, [...(taken.get(memberId) ?? []), position])
  return taken
}

/** What members took before becomes what they take now, and the counts with it. */
export async function changeVotes(
  trx: Db,
  postId: number,
  { before, after, now }: { before: Taken; after: Taken; now: Date },
): Promise<void> {
  const gone = notIn(after, before)
  const added = notIn(before, after)
  for (const vote of gone)
    await trx('poll_votes')
      .where({ postId, ...vote })
      .delete()
  if (added.length > 0) await trx('poll_votes').insert(added.map((vote) => ({ ...vote, postId, createdAt: now })))
  const changes = new Map<number, number>()
  for (const { position } of gone) changes.set(position, (changes.get(position) ?? 0) - 1)
  for (const { position } of added) changes.set(position, (changes.get(position) ?? 0) + 1)
  for (const [position, by] of changes) if (by !== 0) await trx('poll_choices').where({ postId, position }).increment('voteCount', by)
  const voters = votersOf(after) - votersOf(before)
  if (voters !== 0) await trx('polls').where({ postId }).increment('voterCount', voters)
}

/** Votes of `these` that are not among `others`. */
const notIn = (others: Taken, these: Taken): { memberId: number; position: number }[] =>
  [...these].flatMap(([memberId, positions]) =>
    positions.filter((position) => !others.get(memberId)?.includes(position)).map((position) => ({ memberId, position })),
  )

const votersOf = (taken: Taken): number => [...taken.values()].filter((positions) => positions.length > 0).length
