import type { Reader } from '../../context.ts'
import { readingMinutes } from '../../lib/text/reading-time.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { type BoardCategory, categoryName } from '../boards/board-categories.types.ts'
import type { Board } from '../boards/boards.types.ts'
import { historyPath } from '../revisions/revisions.paths.ts'
import { canSeeHistory } from '../revisions/revisions.policy.ts'
import { tagPath } from '../tags/tags.paths.ts'
import { listPath } from './lists/list-query.paths.ts'
import { postAuthor } from './post-names.types.ts'
import type { ShownPost } from './shown-post.read-models.ts'

/** What stands around the text and tells of it. */
export interface PostFacts {
  title: string
  isNotice: boolean
  isSecret: boolean
  /** A question whose answer was accepted. */
  isSolved: boolean
  category: { name: string; color: BoardCategory['color']; path: string } | null
  author: PostAuthor
  date: DateText
  /** Leads to what it said before, for whoever may see that. */
  edited: { label: string; date: DateText; path: string | null } | null
  views: string
  comments: string
  /** null where a board has no votes. */
  votes: string | null
  readingTime: string | null
  /** Without a way to its page where the post stands in none. */
  tags: { label: string; path: string | null }[]
}

interface PostAuthor {
  nickname: string
  initial: string
  /** What one finds of them; none of an anonymous author, and of one who left. */
  links: { label: string; path: string }[]
}

export function postFacts(reader: Reader, board: Board, post: ShownPost): PostFacts {
  const { t, number, date, locale } = reader
  const category = board.categories.find(({ id }) => id === post.categoryId)
  const minutes = readingMinutes(post.text)
  return {
    title: post.title,
    isNotice: post.pinnedAt !== null,
    isSecret: post.secret === 1,
    isSolved: post.acceptedCommentId !== null,
    category: category
      ? { name: categoryName(category, locale), color: category.color, path: listPath(board, { category: category.id }) }
      : null,
    author: authorFacts(reader, board, post),
    date: date(post.createdAt),
    edited: post.editedAt && {
      label: t('posts.edited', { date: date(post.editedAt).short }),
      date: date(post.editedAt),
      path: canSeeHistory(reader.viewer, board, post) ? historyPath(board, post.number) : null,
    },
    views: t('posts.views', { count: number(post.viewCount) }),
    comments: t('posts.comments', { count: number(post.commentCount) }),
    votes: board.votes === 'none' ? null : t('posts.votes', { count: number(post.voteCount) }),
    readingTime: minutes === 0 ? null : t('posts.readingTime', { minutes }),
    tags: post.tags.map((tag) => ({ label: `#${tag}`, path: post.status === 'visible' && post.secret === 0 ? tagPath(tag) : null })),
  }
}

function authorFacts(reader: Reader, board: Board, post: ShownPost): PostAuthor {
  const { t } = reader
  const { name, path } = postAuthor(reader, post)
  if (path === null) return { nickname: name, initial: post.anonymous === 1 ? '?' : '', links: [] }
  const links = [{ label: t('posts.author.profile'), path }]
  if (!board.anonymous) links.push({ label: t('posts.author.posts'), path: listPath(board, { author: name }) })
  return { nickname: name, initial: [...name][0] ?? '', links }
}
