import type { Reader } from '../../context.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { commentPath } from '../comments/comments.paths.ts'
import { memberPath } from '../members/members.paths.ts'
import { postAuthor } from '../posts/post-names.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { isNew, type ListedPost, type PopularPost } from '../posts/posts.types.ts'
import { commentLine } from './comment-line.types.ts'
import { streamPath } from './streams.paths.ts'
import type { Span, StreamComment, StreamCommentRow, StreamLinks, StreamRow } from './streams.types.ts'

const EXCERPT = 120

export const boardsById = (boards: readonly Board[]): Map<number, Board> => new Map(boards.map((board) => [board.id, board]))

/** On the page of the one who wrote them all nobody is named. */
interface Named {
  named: boolean
}

export const streamRows = (
  reader: Reader,
  boards: readonly Board[],
  posts: readonly ListedPost[],
  { named }: Named = { named: true },
): StreamRow[] => withBoards(boards, posts, (post, board) => ({ ...streamRow(reader, board, post), ...(named ? {} : { author: null }) }))

/** With rank, and why each stands there. */
export const popularRows = (reader: Reader, boards: readonly Board[], posts: readonly PopularPost[]): StreamRow[] =>
  withBoards(boards, posts, (post, board) => ({ ...streamRow(reader, board, post), why: whyHot(reader, post) })).map((row, index) => ({
    ...row,
    rank: index + 1,
  }))

export const whyHot = ({ t }: Reader, { voteCount, commentCount }: Pick<PopularPost, 'voteCount' | 'commentCount'>): string =>
  t('streams.why', { votes: voteCount, comments: commentCount })

type Row = Pick<
  ListedPost,
  'boardId' | 'number' | 'title' | 'commentCount' | 'createdAt' | 'hasImage' | 'anonymous' | 'guestName' | 'nickname' | 'muted'
>

function streamRow(reader: Reader, board: Board, post: Row): StreamRow {
  const { t, locale, now, number, date } = reader
  return {
    path: postPath(board, post.number),
    title: post.title,
    board: { name: boardName(board, locale), path: boardPath(board) },
    author: postAuthor(reader, post),
    when: date(post.createdAt),
    comments:
      post.commentCount > 0 ? { text: number(post.commentCount), label: t('posts.list.comments', { count: post.commentCount }) } : null,
    isNew: isNew(post, board, now),
    isMuted: post.muted === 1,
    hasImage: post.hasImage === 1,
    why: null,
    rank: null,
  }
}

export const commentRows = (
  reader: Reader,
  boards: readonly Board[],
  comments: readonly StreamComment[],
  { named }: Named = { named: true },
): StreamCommentRow[] =>
  withBoards(boards, comments, (comment, board) => ({
    path: commentPath(board, comment.postNumber, comment.number),
    excerpt: commentLine(reader, comment, EXCERPT),
    post: comment.title,
    board: { name: boardName(board, reader.locale), path: boardPath(board) },
    author: named ? authorOf(reader, comment) : null,
    when: reader.date(comment.createdAt),
  }))

function authorOf({ t }: Reader, { nickname, guestName, anonymous }: StreamComment): StreamRow['author'] {
  if (anonymous === 1) return { name: t('streams.anonymous'), path: null }
  if (guestName !== null) return { name: t('posts.guest', { name: guestName }), path: null }
  return nickname === null ? { name: t('posts.formerMember'), path: null } : { name: nickname, path: memberPath(nickname) }
}

function withBoards<T extends { boardId: number }, R>(
  boards: readonly Board[],
  rows: readonly T[],
  make: (row: T, board: Board) => R,
): R[] {
  const byId = boardsById(boards)
  return rows.flatMap((row) => {
    const board = byId.get(row.boardId)
    return board ? [make(row, board)] : []
  })
}

export const streamLinks = (
  base: string,
  { older }: Pick<Span<unknown>, 'older'>,
  at: { tab?: string | undefined; before?: number | undefined },
): StreamLinks => ({
  newest: at.before === undefined ? null : streamPath(base, { tab: at.tab }),
  older: older === null ? null : streamPath(base, { tab: at.tab, before: older }),
})
