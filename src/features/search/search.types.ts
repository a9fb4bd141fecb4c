/** How far a search looks back: it reads texts, and a page must not take longer because a site is old. */
export const WINDOW_POSTS = 5_000
/** Where most posts are on boards that the asker may not read, the window ends here. */
export const WINDOW_IDS = 100_000
export const PAGE_SIZE = 20
export const MAX_WORDS = 5
export const QUERY_LENGTH = 100

/** What is looked for, and on which board: null for all that one may read. */
export interface SearchQuery {
  text: string
  words: string[]
  board: string | null
  page: number
}

export interface FoundPost {
  boardId: number
  number: number
  title: string
  text: string
  nickname: string | null
  createdAt: Date
  commentCount: number
}
