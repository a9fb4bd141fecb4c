import type { Reader } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import type { CommentSection } from '../comments/threads/comment-section.types.ts'
import type { PollBox } from '../polls/polls.types.ts'
import type { AttachmentList } from '../uploads/uploads.types.ts'
import { listPath, postInListPath } from './lists/list-query.paths.ts'
import { type ListQuery, plainList } from './lists/list-query.types.ts'
import type { PostList } from './lists/post-list.types.ts'
import { postList, writeLink } from './lists/post-list.view-models.ts'
import { type PostActs, postActs } from './post-acts.view-models.ts'
import { type PostExtras, postExtras } from './post-extras.view-models.ts'
import { type PostFacts, postFacts } from './post-facts.view-models.ts'
import { postHead } from './post-head.view-models.ts'
import type { Surroundings } from './post-place.read-models.ts'
import { canReadTitle, isPrivate } from './posts.policy.ts'
import type { ListedPost } from './posts.types.ts'
import { type PostThread, postThread } from './replies/post-thread.view-models.ts'
import type { Thread } from './replies/replies.read-models.ts'
import type { ShownPost } from './shown-post.read-models.ts'
import { type VoteBox, voteBox } from './votes/votes.view-models.ts'

export interface PostPage {
  board: { slug: string; name: string; path: string; adult: boolean }
  post: PostFacts
  extras: PostExtras
  bodyHtml: string
  attachments: AttachmentList | null
  poll: PollBox | null
  /** This page's address with the list that the post was opened from: where its forms lead back to. */
  address: string
  /** Why not everyone sees it, or why nothing can be added. */
  /** Grave is what took the post away from readers; the rest only says how it stands. */
  warnings: { text: string; reason: string | null; isGrave: boolean }[]
  vote: VoteBox | null
  acts: PostActs
  listPath: string
  write: { path: string } | null
  previous: Neighbour | null
  next: Neighbour | null
  related: Neighbour[]
  thread: PostThread | null
  comments: CommentSection
  list: PostList
}

interface Neighbour {
  title: string
  path: string
  comments: string | null
  date: DateText
}

export interface PostPageParts {
  board: Board
  post: ShownPost
  attachments: AttachmentList | null
  poll: PollBox | null
  query: ListQuery
  /** Of the moderator who hid or deleted it. */
  reason: string | null
  around: Surroundings
  thread: Thread | null
  comments: CommentSection
}

export function postPage(reader: Reader, parts: PostPageParts): Reply {
  const { board, post, around, query } = parts
  const { locale } = reader
  const name = boardName(board, locale)
  const address = postInListPath(board, post.number, query)
  const model: PostPage = {
    board: { slug: board.slug, name, path: boardPath(board), adult: board.adultsOnly },
    post: postFacts(reader, board, post),
    extras: postExtras(reader, board, post),
    bodyHtml: wordedHtml(post.html, reader.t),
    attachments: parts.attachments,
    poll: parts.poll,
    address,
    warnings: warningsOf(reader, post, parts.reason),
    vote: voteBox(reader, board, post, address),
    acts: postActs(reader, board, post, address),
    listPath: `${listPath(board, around.list.query)}#post-${post.number}`,
    write: writeLink(reader, board),
    previous: around.older && neighbour(reader, board, query, around.older),
    next: around.newer && neighbour(reader, board, query, around.newer),
    related: around.related.map((near) => neighbour(reader, board, plainList(reader.viewer, board), near)),
    thread: parts.thread && postThread(reader, board, post, parts.thread),
    comments: parts.comments,
    list: postList(reader, board, around.list, post.number),
  }
  return page('posts/show', model, postHead(reader, board, post, { author: model.post.author, answers: parts.comments.answers }))
}

function warningsOf({ t }: Reader, post: ShownPost, reason: string | null): PostPage['warnings'] {
  const because = reason ? t('posts.reason', { reason }) : null
  if (post.status === 'hidden') return [{ text: t('posts.hiddenNotice'), reason: because, isGrave: true }]
  if (post.status === 'deleted') return [{ text: t('posts.deletedNotice'), reason: because, isGrave: true }]
  if (post.status === 'pending') return [{ text: t('posts.pendingNotice'), reason: null, isGrave: false }]
  if (isPrivate(post))
    return [{ text: t(post.status === 'private' ? 'posts.privateNotice' : 'posts.withdrawnNotice'), reason: null, isGrave: false }]
  const warnings: PostPage['warnings'] = []
  if (post.secret === 1) warnings.push({ text: t('posts.secretNotice'), reason: null, isGrave: false })
  if (post.lockedAt !== null) warnings.push({ text: t('posts.lockedNotice'), reason: null, isGrave: false })
  return warnings
}

const neighbour = ({ t, viewer, date, number }: Reader, board: Board, query: ListQuery, post: ListedPost): Neighbour => ({
  title: canReadTitle(viewer, board, post) ? post.title : t('posts.secretTitle'),
  path: postInListPath(board, post.number, query),
  comments: post.commentCount > 0 ? number(post.commentCount) : null,
  date: date(post.createdAt),
})
