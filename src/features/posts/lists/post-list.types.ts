import type { DateText } from '../../../lib/time/date-text.ts'
import type { CategoryColor } from '../../boards/board-categories.types.ts'
import type { Look } from '../../boards/board-settings.types.ts'

/** What `views/posts/list.ejs` prints: on a board's page, and again below each post. */
export interface PostList {
  look: Look
  caption: string
  /** Scripts of `public/js/behaviors` that this reader's list uses. */
  behaviors: string
  columns: ListHead[]
  notices: PostRow[]
  rows: PostRow[]
  pages: PageLinks
  /** In place of rows. */
  empty: { text: string; actions: { label: string; path: string }[] } | null
}

/** One column of the table; other looks show the same facts in the same order. */
export interface ListHead {
  name: 'number' | 'title' | 'author' | 'date' | 'views' | 'votes' | 'downs' | 'extra'
  label: string
  /** Class of its cells. */
  cell: 'no' | 'title' | 'by' | 'date' | 'n' | 'extra'
  /** Of an extra field. */
  key: string
  sort: { path: string; current: boolean } | null
}

export interface PostRow {
  kind: 'notice' | 'open' | 'plain'
  label: string
  /** Of the row, where its number is of this board: `post-123`. */
  anchor: string | null
  /** What a guest's browser remembers it by, and how many comments it ever had. */
  postId: number
  said: number
  isRead: boolean
  /** By a member whom this reader muted. */
  isMuted: boolean
  path: string
  title: string
  /** Of a reply post: how far in it stands, and the way to those that have no room here. */
  reply: { depth: number; more: { label: string; path: string } | null } | null
  /** Before and behind the title. */
  leading: Mark[]
  trailing: Mark[]
  category: { name: string; color: CategoryColor; path: string } | null
  /** `fresh`: how many are new since the reader's last visit; '' when none are. */
  comments: { path: string; text: string; label: string; fresh: string } | null
  isNew: boolean
  isHot: boolean
  /** Of a question. */
  answer: { label: string; solved: boolean } | null
  author: { name: string; path: string | null }
  date: DateText
  views: string
  votes: string
  downs: string
  extras: Record<string, { text: string; href: string | null }>
  excerpt: string
  cover: { path: string; width: number; height: number; lazy: boolean } | null
  /** The whole text of a short answer, on a board of frequent questions. */
  answerHtml: string | null
}

export interface Mark {
  icon: string
  label: string
}

/** What `views/partials/pages.ejs` prints. */
export interface PageLinks {
  first: string | null
  previous: string | null
  next: string | null
  last: string | null
  /** `far` ones are for wide screens. */
  numbers: { label: string; path: string; current: boolean; far: boolean }[]
}
