import type { TextWithStickers } from '../../lib/html/stickers.ts'
import type { DateText } from '../../lib/time/date-text.ts'

/** Rows on one page of a stream. */
export const STREAM_SIZE = 20

/** Rows newest first, and the id below which the next page begins. */
export interface Span<Row> {
  rows: Row[]
  older: number | null
}

export interface StreamComment extends TextWithStickers {
  id: number
  number: number
  boardId: number
  postNumber: number
  title: string
  /** null: who wrote it left, was never a member, or is anonymous. */
  nickname: string | null
  guestName: string | null
  anonymous: 0 | 1
  /** Whether the reader wants to see nothing of its author. */
  muted?: 0 | 1
  createdAt: Date
}

/** A post among those of other boards, as `views/streams/_posts.ejs` prints it. */
export interface StreamRow {
  path: string
  title: string
  board: { name: string; path: string }
  author: { name: string; path: string | null } | null
  when: DateText
  comments: { text: string; label: string } | null
  isNew: boolean
  /** By a member whom this reader muted. */
  isMuted: boolean
  hasImage: boolean
  /** Why it is hot. */
  why: string | null
  rank: number | null
}

/** A comment away from its thread, as `views/streams/_comments.ejs` prints it. */
export interface StreamCommentRow {
  path: string
  excerpt: string
  post: string
  board: { name: string; path: string }
  author: { name: string; path: string | null } | null
  when: DateText
}

/** Way through a stream: back to its newest rows, on to older ones. */
export interface StreamLinks {
  newest: string | null
  older: string | null
}

export interface StreamTab {
  label: string
  path: string
  current: boolean
}

/** What `views/streams/_stream.ejs` prints: posts or comments, whichever was asked for. */
export interface Stream {
  /** Other views of the same: posts and comments, or periods. */
  tabs: StreamTab[]
  posts: StreamRow[] | null
  comments: StreamCommentRow[] | null
  empty: string
  links: StreamLinks
}
