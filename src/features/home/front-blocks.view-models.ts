import type { Reader } from '../../context.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { categoryName } from '../boards/board-categories.types.ts'
import { boardPath, writePath } from '../boards/boards.paths.ts'
import { canWriteOn } from '../boards/boards.policy.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { commentPath } from '../comments/comments.paths.ts'
import { listPath } from '../posts/lists/list-query.paths.ts'
import { byPinning } from '../posts/lists/post-rows.read-models.ts'
import { postPath } from '../posts/posts.paths.ts'
import { isNew, type ListedPost, type PopularPeriod } from '../posts/posts.types.ts'
import { commentLine } from '../streams/comment-line.types.ts'
import { newPath, popularPeriodPath, streamPath } from '../streams/streams.paths.ts'
import { thumbnailPath } from '../uploads/uploads.paths.ts'
import { type Front, partOf } from './front-blocks.read-models.ts'
import { type FrontBlock, inLanguage, type Place } from './front-blocks.types.ts'
import { readLinks } from './own-links.types.ts'

/** A block of the front page as `views/home/_front.ejs` prints it; only what its kind has is filled. */
export interface FrontView {
  id: number
  kind: FrontBlock['kind']
  place: Place
  title: string
  more: { path: string; label: string } | null
  empty: { text: string; writePath: string | null } | null
  ranked: boolean
  posts: FrontPost[]
  cards: { title: string; path: string; picture: string | null; isMuted: boolean }[]
  comments: { path: string; excerpt: string; date: DateText }[]
  links: { name: string; path: string; count: string | null; color: string | null }[]
  textHtml: string
}

export interface FrontPost {
  title: string
  path: string
  rank: number | null
  why: string | null
  comments: { text: string; label: string } | null
  isNew: boolean
  /** By a member whom this reader muted. */
  isMuted: boolean
  date: DateText
}

const EXCERPT = 80

/** Categories of a board that has none are no block, and one counter is enough. */
export const frontViews = (reader: Reader, front: Front): FrontView[] =>
  front.blocks
    .filter((block) => block.kind !== 'counter' || block === front.blocks.find(({ kind }) => kind === 'counter'))
    .map((block) => frontView(reader, front, block))
    .filter((view) => view.kind !== 'categories' || view.links.length > 0)

function frontView(reader: Reader, front: Front, block: FrontBlock): FrontView {
  const { t, locale } = reader
  const board = front.boards.find(({ id }) => id === block.boardId)
  const filled = contentOf(reader, front, block, board)
  const title = inLanguage(locale, block.titleKo, block.titleEn) || (board ? boardName(board, locale) : t(`home.kind.${block.kind}`))
  const none = { more: null, ranked: false, posts: [], cards: [], comments: [], links: [], textHtml: '' }
  const shown = { id: block.id, kind: block.kind, place: block.place, title, ...none, ...filled }
  const count = shown.posts.length + shown.cards.length + shown.comments.length + shown.links.length
  const speaks = count > 0 || block.kind === 'text' || block.kind === 'counter'
  return {
    ...shown,
    empty: speaks ? null : { text: t('home.empty'), writePath: board && canWriteOn(reader.viewer, board) ? writePath(board) : null },
  }
}

function contentOf(reader: Reader, front: Front, block: FrontBlock, board: Board | undefined): Partial<FrontView> {
  const { t, locale } = reader
  const posts = front.posts.get(partOf(block.id)) ?? []
  const moreOf = (path: string, name: string) => ({ path, label: t('home.moreOf', { board: name }) })
  switch (block.kind) {
    case 'latest':
      return board
        ? { more: moreOf(boardPath(board), boardName(board, locale)), posts: posts.map((post) => frontPost(reader, board, post)) }
        : {}
    case 'gallery':
      return board ? { more: moreOf(boardPath(board), boardName(board, locale)), cards: posts.map((post) => card(front, board, post)) } : {}
    case 'notices':
      return { posts: withBoard(front, byPinning(posts).slice(0, block.rowCount), (post, on) => frontPost(reader, on, post)) }
    case 'popular-day':
    case 'popular-week':
    case 'popular-month':
      return popularBlock(reader, front, block, block.kind.slice('popular-'.length) as PopularPeriod)
    case 'comments':
      return {
        more: moreOf(streamPath(newPath, { tab: 'comments' }), t('home.kind.comments')),
        comments: withBoard(front, front.comments.slice(0, block.rowCount), (comment, on) => ({
          path: commentPath(on, comment.postNumber, comment.number),
          excerpt: commentLine(reader, comment, EXCERPT),
          date: reader.date(comment.createdAt),
        })),
      }
    case 'categories':
      return board ? { more: moreOf(boardPath(board), boardName(board, locale)), links: categoryLinks(reader, front, board) } : {}
    case 'links':
      return {
        links: (readLinks(inLanguage(locale, block.sourceKo, block.sourceEn)) ?? []).map((link) => ({ ...link, count: null, color: null })),
      }
    case 'text':
      return { textHtml: inLanguage(locale, block.htmlKo, block.htmlEn) }
    case 'counter':
      return {}
  }
}

function popularBlock(reader: Reader, front: Front, block: FrontBlock, period: PopularPeriod): Partial<FrontView> {
  const { t } = reader
  const posts = (front.popular.get(period) ?? []).slice(0, block.rowCount)
  return {
    ranked: true,
    more: { path: popularPeriodPath(period), label: t('home.moreOf', { board: t(`home.kind.popular-${period}`) }) },
    posts: withBoard(front, posts, (post, on) => ({
      ...frontPost(reader, on, post),
      why: t('streams.why', { votes: post.voteCount, comments: post.commentCount }),
      comments: null,
      isNew: false,
    })).map((post, index) => ({ ...post, rank: index + 1 })),
  }
}

const categoryLinks = (reader: Reader, front: Front, board: Board): FrontView['links'] =>
  board.categories.map((category) => ({
    name: categoryName(category, reader.locale),
    path: listPath(board, { category: category.id }),
    count: reader.number(front.categoryCounts.get(category.id) ?? 0),
    color: category.color,
  }))

type Row = Pick<ListedPost, 'boardId' | 'number' | 'title' | 'commentCount' | 'createdAt' | 'muted'>

function frontPost({ t, now, number, date }: Reader, board: Board, post: Row): FrontPost {
  return {
    title: post.title,
    path: postPath(board, post.number),
    rank: null,
    why: null,
    comments:
      post.commentCount > 0 ? { text: number(post.commentCount), label: t('posts.list.comments', { count: post.commentCount }) } : null,
    isNew: isNew(post, board, now),
    isMuted: post.muted === 1,
    date: date(post.createdAt),
  }
}

function card({ covers }: Front, board: Board, post: ListedPost): FrontView['cards'][number] {
  const cover = covers.get(post.id)
  const isMuted = post.muted === 1
  // Whom one doesn't want to see, of them one sees no picture.
  return { title: post.title, path: postPath(board, post.number), picture: cover && !isMuted ? thumbnailPath(cover) : null, isMuted }
}

function withBoard<T extends { boardId: number }, R>({ boards }: Front, rows: readonly T[], make: (row: T, board: Board) => R): R[] {
  return rows.flatMap((row) => {
    const board = boards.find(({ id }) => id === row.boardId)
    return board ? [make(row, board)] : []
  })
}
