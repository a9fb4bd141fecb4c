import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { boardName } from '../boards/boards.types.ts'
import { memberPath } from '../members/members.paths.ts'
import { postPath } from '../posts/posts.paths.ts'
import type { Voters } from './voters.read-models.ts'

export interface VotersPage {
  board: { name: string; path: string }
  postPath: string
  question: string
  choices: { label: string; votes: string; names: { text: string; path: string | null }[]; more: string | null }[]
}

export function votersPage({ t, locale }: Reader, { board, post, poll, names }: Voters): Reply {
  const name = boardName(board, locale)
  const model: VotersPage = {
    board: { name, path: boardPath(board) },
    postPath: `${postPath(board, post.number)}#poll`,
    question: poll.question,
    choices: poll.choices.map(({ position, label, voteCount }) => {
      const known = names.get(position) ?? []
      return {
        label,
        votes: t('polls.votes', { count: voteCount }),
        names: known.map((nickname) =>
          nickname === null ? { text: t('posts.formerMember'), path: null } : { text: nickname, path: memberPath(nickname) },
        ),
        more: voteCount > known.length ? t('polls.moreVoters', { count: voteCount - known.length }) : null,
      }
    }),
  }
  return page('polls/voters', model, { titles: [t('polls.whoVoted'), post.title, name], board: board.slug, robots: 'noindex' })
}
