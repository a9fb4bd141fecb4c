import type { DateText } from '../../lib/time/date-text.ts'

/** What `views/posts/list.ejs` prints: on a board's page, and again below each post. */
export interface PostList {
  caption: string
  notices: PostRow[]
  rows: PostRow[]
  pages: PageLinks
  /** In place of rows. */
  empty: { text: string; action: { label: string; path: string } | null } | null
}

export interface PostRow {
  kind: 'notice' | 'open' | 'plain'
  label: string
  path: string
  title: string
  comments: { path: string; text: string; label: string } | null
  isNew: boolean
  hasImage: boolean
  hasFile: boolean
  isLocked: boolean
  author: string
  date: DateText
  views: string
  votes: string
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
