/** A row of `posts`: everything but the text, which lives in `post_bodies`. */
export interface Post {
  id: number
  boardId: number
  /** Counted within its board, and its address. */
  number: number
  authorId: number | null
  title: string
  status: PostStatus
  /** A notice: stands above the list and is not counted in it. */
  pinnedAt: Date | null
  lockedAt: Date | null
  hasImage: 0 | 1
  hasFile: 0 | 1
  commentCount: number
  lastCommentNumber: number
  voteCount: number
  viewCount: number
  version: number
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
}

export type PostStatus = 'visible' | 'hidden' | 'deleted'

/** A text as it was written, as it is shown, and as words alone. */
export interface PostBody {
  source: string
  html: string
  text: string
  rendererVersion: number
}

export interface PostDraft {
  title: string
  body: string
}

/** What one row of a list needs: never the text. */
export interface ListedPost
  extends Pick<
    Post,
    | 'id'
    | 'boardId'
    | 'number'
    | 'authorId'
    | 'title'
    | 'pinnedAt'
    | 'lockedAt'
    | 'hasImage'
    | 'hasFile'
    | 'commentCount'
    | 'voteCount'
    | 'viewCount'
    | 'createdAt'
  > {
  nickname: string | null
}

export interface PopularPost {
  slug: string
  number: number
  title: string
  commentCount: number
}

export const TITLE_LENGTH = 200
export const BODY_LENGTH = 65_000

const HOUR_MS = 3_600_000

/** Whether a list marks the post with N, as long as its board says. */
export const isNew = (post: Pick<Post, 'createdAt'>, board: { newHours: number }, now: Date): boolean =>
  now.getTime() - post.createdAt.getTime() < board.newHours * HOUR_MS
