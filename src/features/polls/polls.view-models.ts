import type { Reader } from '../../context.ts'
import type { Board } from '../boards/boards.types.ts'
import type { Post } from '../posts/posts.types.ts'
import { pollPath } from './polls.paths.ts'
import { isOpen, isOver, seesResults } from './polls.policy.ts'
import type { PollBox, PollLine, ShownPoll } from './polls.types.ts'

type At = { board: Board; post: Pick<Post, 'number' | 'status' | 'lockedAt'> }

export function pollBox(reader: Reader, { board, post }: At, poll: ShownPoll, address: string): PollBox {
  const { t, viewer, now } = reader
  const hasVoted = poll.own.length > 0
  const open = isOpen(poll, post, now)
  const mayVote = open && viewer.memberId !== null && !(poll.fixed && hasVoted)
  const visible = seesResults(poll, hasVoted, now)
  return {
    question: poll.question,
    facts: factsOf(reader, poll),
    ballot: poll.named ? { icon: 'eye', text: t('polls.ballot.named') } : { icon: 'lock', text: t('polls.ballot.secret') },
    choices: linesOf(reader, poll, visible),
    form: mayVote
      ? {
          action: pollPath(board, post.number),
          kind: poll.most === 1 ? 'radio' : 'checkbox',
          label: t(hasVoted ? 'polls.change' : 'polls.vote'),
          mayTakeBack: hasVoted && !poll.fixed,
          returnTo: address,
          most: poll.most,
        }
      : null,
    closed: closedText(reader, poll, { open, hasVoted }),
    logInPath: open && viewer.memberId === null ? `/login?returnTo=${encodeURIComponent(`${address}#poll`)}` : null,
    hidden: visible ? null : t(poll.results === 'voted' ? 'polls.hidden.voted' : 'polls.hidden.ended'),
    votersPath: poll.named && visible && poll.voterCount > 0 ? pollPath(board, post.number) : null,
  }
}

function factsOf({ t, date, now }: Reader, poll: ShownPoll): string[] {
  const { most, endsAt, voterCount } = poll
  const until = endsAt === null ? t('polls.noEnd') : t(isOver(poll, now) ? 'polls.ended' : 'polls.until', { date: date(endsAt).full })
  return [t('polls.voters', { count: voterCount }), t('polls.most', { count: most }), until, ...(poll.fixed ? [t('polls.fixed')] : [])]
}

function closedText({ t, now }: Reader, poll: ShownPoll, { open, hasVoted }: { open: boolean; hasVoted: boolean }): string | null {
  if (isOver(poll, now)) return t('polls.over')
  if (!open) return t('polls.locked')
  return poll.fixed && hasVoted ? t('polls.isFixed') : null
}

/** In hundredths of those who voted: where one may take several, they come to more than a hundred together. */
function linesOf({ t }: Reader, { most, voterCount, choices, own }: ShownPoll, visible: boolean): PollLine[] {
  const best = Math.max(...choices.map(({ voteCount }) => voteCount))
  return choices.map(({ position, label, voteCount }) => {
    const share = voterCount === 0 ? 0 : Math.round((voteCount / voterCount) * 100)
    return {
      name: most === 1 ? 'choice' : `choice${position}`,
      value: String(position),
      label,
      chosen: own.includes(position),
      result: visible
        ? { text: t('polls.result', { count: voteCount, share }), width: share, leads: voteCount > 0 && voteCount === best }
        : null,
    }
  })
}
