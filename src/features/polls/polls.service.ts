import type { Db } from '../../lib/db/db.ts'
import { Conflict } from '../../lib/http/errors.ts'
import * as repository from './polls.repository.ts'
import type { Poll, PollDraft } from './polls.types.ts'

/** Somebody has voted meanwhile: what they voted on stays as it was. */
export class PollHasVotes extends Conflict {
  constructor() {
    super('the poll has votes', 'polls.hasVotes')
  }
}

/**
 * Inside the transaction that writes the post, which is held. Once there are votes nothing of a poll can be changed but its end, not even a letter:
 * a word that is put right may as well be put wrong, and those who voted can't all be asked again.
 * @param wish null: no poll
 * @throws PollHasVotes
 */
export async function keepPoll(trx: Db, { postId, isNew }: { postId: number; isNew: boolean }, wish: PollDraft | null): Promise<void> {
  const current = isNew ? undefined : await repository.findPoll(trx, postId)
  if (current && current.voterCount > 0) {
    if (wish === null || !isSame(current, wish)) throw new PollHasVotes()
    await repository.updateEnd(trx, postId, wish.endsAt)
    return
  }
  if (current) await repository.deletePoll(trx, postId)
  if (wish !== null) await repository.insertPoll(trx, postId, wish)
}

const isSame = (poll: Poll, wish: PollDraft): boolean => {
  const told = ({ question, most, results, named, fixed }: PollDraft | Poll) => JSON.stringify([question, most, results, named, fixed])
  return told(poll) === told(wish) && JSON.stringify(poll.choices.map(({ label }) => label)) === JSON.stringify(wish.choices)
}
