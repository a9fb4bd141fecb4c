import type { Reader } from '../../../context.ts'
import { wordedHtml } from '../../../lib/html/body-words.ts'
import { categoryName } from '../../boards/board-categories.types.ts'
import type { ExtraField } from '../../boards/board-settings.types.ts'
import { canReadOn } from '../../boards/boards.policy.ts'
import type { Board } from '../../boards/boards.types.ts'
import { thumbnailPath } from '../../uploads/uploads.paths.ts'
import { postAuthor } from '../post-names.types.ts'
import { postPath } from '../posts.paths.ts'
import { canReadTitle } from '../posts.policy.ts'
import { isNew, type ListedPost } from '../posts.types.ts'
import { listPath } from './list-query.paths.ts'
import type { Mark, PostRow } from './post-list.types.ts'

/** `path` is the post's address in the list that is shown. */
export function postRow(reader: Reader, board: Board, post: ListedPost, path = postPath(board, post.number)): PostRow {
  const { t, viewer, now, number, date } = reader
  // Where titles are listed to all but read by members, first words and pictures are what is not for all.
  const shown = canReadTitle(viewer, board, post)
  const readable = shown && canReadOn(viewer, board)
  return {
    kind: 'plain',
    label: '',
    anchor: `post-${post.number}`,
    postId: post.id,
    said: post.lastCommentNumber ?? post.commentCount,
    isMuted: post.muted === 1,
    isRead: post.seenComment != null || post.id <= (post.readFloor ?? 0),
    path,
    title: shown ? post.title : t('posts.secretTitle'),
    reply: post.replyPath ? { depth: replyDepth(post.replyPath), more: null } : null,
    leading: leadingMarks(reader, post),
    trailing: shown ? trailingMarks(reader, post) : [],
    category: categoryOf(reader, board, post),
    comments: commentsOf(reader, post, path),
    isNew: isNew(post, board, now),
    isHot: board.hotViews > 0 && post.viewCount >= board.hotViews,
    answer: board.look === 'qna' ? answerOf(reader, post) : null,
    author: postAuthor(reader, post),
    date: date(post.createdAt),
    views: number(post.viewCount),
    votes: number(post.voteCount),
    downs: number(post.downCount),
    extras: extrasOf(board, readable ? post : {}),
    excerpt: readable ? (post.excerpt ?? '') : '',
    cover: readable ? coverOf(post) : null,
    answerHtml: readable && board.look === 'faq' && post.html ? ownIds(wordedHtml(post.html, t), post.id) : null,
  }
}

/** Four digits a level; what is further in than a phone can show stands no further. */
export const replyDepth = (path: string | null): number => Math.min((path ?? '').length / 4, 5)

function leadingMarks({ t }: Reader, post: ListedPost): Mark[] {
  if (post.secret === 1) return [{ icon: 'lock', label: t('posts.list.secret') }]
  return post.lockedAt === null ? [] : [{ icon: 'lock', label: t('posts.list.locked') }]
}

function trailingMarks({ t }: Reader, post: ListedPost): Mark[] {
  const marks: Mark[] = []
  if (post.hasImage === 1) marks.push({ icon: 'image', label: t('posts.list.hasImage') })
  if (post.hasVideo === 1) marks.push({ icon: 'video', label: t('posts.list.hasVideo') })
  if (post.hasFile === 1) marks.push({ icon: 'file', label: t('posts.list.hasFile') })
  if (post.hasLink === 1) marks.push({ icon: 'link', label: t('posts.list.hasLink') })
  if (post.hasPoll === 1) marks.push({ icon: 'chart', label: t('posts.list.hasPoll') })
  return marks
}

function categoryOf({ locale }: Reader, board: Board, { categoryId }: ListedPost): PostRow['category'] {
  const category = board.categories.find(({ id }) => id === categoryId)
  if (!category) return null
  return { name: categoryName(category, locale), color: category.color, path: listPath(board, { category: category.id }) }
}

function commentsOf({ t, number }: Reader, post: ListedPost, path: string): PostRow['comments'] {
  if (post.commentCount === 0) return null
  const count = post.commentCount
  // Numbers of comments go up for ever; of the new ones some may be gone again.
  const fresh = post.seenComment == null ? 0 : Math.min(Math.max(0, (post.lastCommentNumber ?? 0) - post.seenComment), count)
  const label = t('posts.list.comments', { count })
  return {
    path: `${path}#comments`,
    text: number(count),
    label: fresh > 0 ? `${label}, ${t('posts.list.freshComments', { count: fresh })}` : label,
    fresh: fresh > 0 ? `+${number(fresh)}` : '',
  }
}

function answerOf({ t }: Reader, post: ListedPost): PostRow['answer'] {
  if (post.acceptedCommentId !== null) return { label: t('posts.list.solved'), solved: true }
  return post.commentCount === 0 ? { label: t('posts.list.waiting'), solved: false } : null
}

/** The fields that the board wants in its list. */
export const listedFields = (board: Pick<Board, 'extraFields'>): ExtraField[] => board.extraFields.filter(({ inList }) => inList)

/** All of them, so that a column never lacks its cell. */
export function extrasOf(board: Board, { fields }: Pick<ListedPost, 'fields'>): PostRow['extras'] {
  // MariaDB's JSON is text, MySQL's comes back parsed.
  const values = (typeof fields === 'string' ? JSON.parse(fields) : (fields ?? {})) as Record<string, unknown>
  return Object.fromEntries(
    listedFields(board).map(({ key, kind }) => {
      const text = String(values[key] ?? '')
      return [key, { text, href: kind === 'url' && /^https?:\/\//.test(text) ? text : null }]
    }),
  )
}

function coverOf({ coverKey, coverName, coverWidth, coverHeight }: ListedPost): PostRow['cover'] {
  if (coverKey == null || coverName == null) return null
  return { path: thumbnailPath({ fileKey: coverKey, name: coverName }), width: coverWidth ?? 0, height: coverHeight ?? 0, lazy: true }
}

/** Several texts on one page: what leads to a note or a heading of one must not lead into another. */
const ownIds = (html: string, postId: number): string => html.replace(/ (id="|href="#)([^"]*)"/g, ` $1p${postId}-$2"`)
