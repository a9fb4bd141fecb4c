import type { Reader } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { excerpt } from '../../lib/html/excerpt.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import type { CommentSection } from '../comments/comment-section.types.ts'
import { memberPath } from '../members/members.paths.ts'
import { postActPath } from '../moderation/moderation.paths.ts'
import { possibleActs } from '../moderation/moderation.policy.ts'
import type { PostList } from './post-list.types.ts'
import { postList, writeLink } from './post-list.view-models.ts'
import { deletePostPath, editPostPath, postPath, votePath } from './posts.paths.ts'
import { canDeletePost, canEditPost, canVoteFor } from './posts.policy.ts'
import type { ShownPost, Surroundings } from './posts.read-models.ts'
import type { ListedPost } from './posts.types.ts'

export interface PostPage {
  board: { slug: string; name: string; path: string }
  post: {
    title: string
    isNotice: boolean
    author: { nickname: string; initial: string; path: string | null }
    date: DateText
    edited: { label: string; date: DateText } | null
    views: string
    comments: string
    votes: string
    bodyHtml: string
  }
  /** Why not everyone sees it, or why nothing can be added. */
  warnings: { text: string; reason: string | null }[]
  vote: { count: string; voted: boolean; action: string | null; logInPath: string | null }
  acts: Act[]
  moderation: Act[]
  listPath: string
  write: { path: string } | null
  previous: Neighbour | null
  next: Neighbour | null
  comments: CommentSection
  list: PostList
}

interface Act {
  label: string
  path: string
  icon: string
}

interface Neighbour {
  title: string
  path: string
  date: DateText
}

export interface PostPageParts {
  board: Board
  post: ShownPost
  /** Of the moderator who hid or deleted it. */
  reason: string | null
  around: Surroundings
  comments: CommentSection
}

export function postPage(reader: Reader, parts: PostPageParts): Reply {
  const { board, post, around } = parts
  const { t, locale, viewer } = reader
  const name = boardName(board, locale)
  const model: PostPage = {
    board: { slug: board.slug, name, path: boardPath(board) },
    post: shownPost(reader, post),
    warnings: warningsOf(reader, post, parts.reason),
    vote: voteButton(reader, board, post),
    acts: actsOf(reader, board, post),
    moderation: possibleActs(viewer, board, post).map((act) => ({
      label: t(`posts.act.${act}`),
      path: postActPath(board, post.number, act),
      icon: actIcons[act],
    })),
    listPath: boardPath(board, around.list.page),
    write: writeLink(reader, board),
    previous: neighbour(reader, board, around.older),
    next: neighbour(reader, board, around.newer),
    comments: parts.comments,
    list: postList(reader, board, around.list, post.number),
  }
  const image = /<img[^>]* src="(\/files\/[^"]+)"/.exec(post.html)?.[1]
  return page('posts/show', model, {
    titles: [post.title, name],
    description: excerpt(post.text, 150),
    canonicalPath: postPath(board, post.number),
    board: board.slug,
    viewedPost: post.id,
    ...(image ? { imagePath: image } : {}),
    ...(post.status === 'visible' ? {} : { robots: 'noindex' }),
  })
}

const actIcons = { hide: 'eye-off', restore: 'eye', lock: 'lock', unlock: 'unlock', pin: 'pin', unpin: 'pin', delete: 'trash' } as const

function shownPost({ t, number, date }: Reader, post: ShownPost): PostPage['post'] {
  const nickname = post.nickname ?? t('posts.formerMember')
  return {
    title: post.title,
    isNotice: post.pinnedAt !== null,
    author: { nickname, initial: [...nickname][0] ?? '', path: post.nickname === null ? null : memberPath(post.nickname) },
    date: date(post.createdAt),
    edited: post.editedAt && { label: t('posts.edited', { date: date(post.editedAt).short }), date: date(post.editedAt) },
    views: t('posts.views', { count: number(post.viewCount) }),
    comments: t('posts.comments', { count: number(post.commentCount) }),
    votes: t('posts.votes', { count: number(post.voteCount) }),
    bodyHtml: wordedHtml(post.html, t),
  }
}

function warningsOf({ t }: Reader, post: ShownPost, reason: string | null): PostPage['warnings'] {
  const because = reason ? t('posts.reason', { reason }) : null
  if (post.status === 'hidden') return [{ text: t('posts.hiddenNotice'), reason: because }]
  if (post.status === 'deleted') return [{ text: t('posts.deletedNotice'), reason: because }]
  return post.lockedAt === null ? [] : [{ text: t('posts.lockedNotice'), reason: null }]
}

function voteButton({ viewer, number }: Reader, board: Board, post: ShownPost): PostPage['vote'] {
  const path = postPath(board, post.number)
  return {
    count: number(post.voteCount),
    voted: post.votedAt !== null,
    action: canVoteFor(viewer, board, post) ? votePath(board, post.number) : null,
    logInPath: viewer.memberId === null ? `/login?returnTo=${encodeURIComponent(path)}` : null,
  }
}

function actsOf({ t, viewer }: Reader, board: Board, post: ShownPost): Act[] {
  const acts: Act[] = []
  if (canEditPost(viewer, board, post)) acts.push({ label: t('posts.edit'), path: editPostPath(board, post.number), icon: 'pencil' })
  if (canDeletePost(viewer, board, post)) acts.push({ label: t('posts.delete'), path: deletePostPath(board, post.number), icon: 'trash' })
  return acts
}

const neighbour = ({ date }: Reader, board: Board, post: ListedPost | null): Neighbour | null =>
  post && { title: post.title, path: postPath(board, post.number), date: date(post.createdAt) }
