/** How far a search looks back: it reads texts, and a page must not take longer because a site is old. */
export const WINDOW_POSTS = 5_000
/** Where most posts are on boards that the asker may not read, the window ends here. */
export const WINDOW_IDS = 100_000
export const PAGE_SIZE = 20
export const MAX_WORDS = 5
export const QUERY_LENGTH = 100

/** In what the words are looked for, as Korean boards offer it: title and text together, or one of them, or who wrote it. */
export const searchFields = ['all', 'title', 'body', 'author'] as const
export type SearchField = (typeof searchFields)[number]

/** What is looked for, in what, and on which board: null for all that one may read. */
export interface SearchQuery {
  text: string
  words: string[]
  field: SearchField
  board: string | null
  page: number
}

export interface FoundPost {
  boardId: number
  number: number
  title: string
  text: string
  nickname: string | null
  /** Whether the reader wants to see nothing of its author. */
  muted?: 0 | 1
  anonymous: 0 | 1
  guestName: string | null
  createdAt: Date
  commentCount: number
}
