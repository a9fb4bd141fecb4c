import type { Reader } from '../../context.ts'
import { commentExcerpt } from '../../lib/html/markdown.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { boardName } from '../boards/boards.types.ts'
import { commentPath, hideCommentPath, restoreCommentPath } from '../comments/comments.paths.ts'
import type { WaitingComment } from '../comments/guest-comments/waiting-comments.read-models.ts'
import { canSeeConsole } from '../console/console.policy.ts'
import { postAuthor } from '../posts/post-names.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import type { WaitingPosts } from '../posts/waiting-posts.read-models.ts'
import { postActPath, waitingPostsPath } from './moderation.paths.ts'

const EXCERPT = 200

/** 승인 대기. */
export interface WaitingPage {
  items: {
    title: string
    path: string
    excerpt: string
    author: string
    board: { name: string; path: string }
    date: DateText
    approvePath: string
    refusePath: string
  }[]
  /** Of guests whose browser did no work. */
  comments: {
    title: string
    path: string
    excerpt: string
    author: string
    board: { name: string; path: string }
    date: DateText
    approvePath: string
    hidePath: string
  }[]
  firstPath: string | null
  nextPath: string | null
}

export function waitingPage(reader: Reader, { boards, posts, after, newerThan }: WaitingPosts, comments: readonly WaitingComment[]): Reply {
  const { t, date, locale } = reader
  const byId = new Map(boards.map((board) => [board.id, board]))
  const model: WaitingPage = {
    items: posts.flatMap((post) => {
      const board = byId.get(post.boardId)
      if (!board) return []
      return [
        {
          title: post.title,
          path: postPath(board, post.number),
          excerpt: post.excerpt,
          author: postAuthor(reader, post).name,
          board: { name: boardName(board, locale), path: boardPath(board) },
          date: date(post.createdAt),
          approvePath: postActPath(board, post.number, 'approve'),
          // A refused post is a hidden one: its author reads why, and it may still come back.
          refusePath: postActPath(board, post.number, 'hide'),
        },
      ]
    }),
    comments: comments.flatMap((comment) => {
      const board = byId.get(comment.boardId)
      if (!board) return []
      const at = [board, comment.postNumber, comment.number] as const
      return [
        {
          ...{ title: comment.title, path: commentPath(...at), excerpt: commentExcerpt(t, comment, EXCERPT) },
          author: t('posts.guest', { name: comment.guestName }),
          board: { name: boardName(board, locale), path: boardPath(board) },
          date: date(comment.createdAt),
          ...{ approvePath: restoreCommentPath(...at), hidePath: hideCommentPath(...at) },
        },
      ]
    }),
    firstPath: after === null ? null : waitingPostsPath(),
    nextPath: newerThan === null ? null : waitingPostsPath(newerThan),
  }
  return page('moderation/waiting', model, {
    titles: [t('moderation.waiting')],
    // Who moderates single boards has no console of their own: the menu would be empty.
    layout: canSeeConsole(reader.viewer) ? 'console' : 'site',
    robots: 'noindex',
    side: false,
  })
}
