import type { PollDraft } from '../polls/polls.types.ts'

/** A row of `posts`: everything but the text, which lives in `post_bodies`. */
export interface Post {
  id: number
  boardId: number
  /** Where it was written, if it came here with a merge: how far members had read that board holds for it. */
  firstBoardId: number | null
  /** Counted within its board, and its address. */
  number: number
  authorId: number | null
  /** What who is no member called themselves. */
  guestName: string | null
  title: string
  status: PostStatus
  /** A notice: stands above the list and is not counted in it. */
  pinnedAt: Date | null
  lockedAt: Date | null
  /** Its author wants no comments, or no more. */
  commentsClosed: 0 | 1
  /** Until when it is a notice; null: until somebody unpins it. */
  pinnedUntil: Date | null
  /** A notice of every board. */
  pinnedEverywhere: 0 | 1
  /** A notice by somebody who kept order when it was pinned: for all who may read the board, also where they see their own posts alone. */
  announced: 0 | 1
  categoryId: number | null
  /** Read by its author and those who keep order alone. */
  secret: 0 | 1
  /** Its author's name is shown to nobody; that of the board when it was written. */
  anonymous: 0 | 1
  /** The text's first words, for lists that show some; '' when it is secret. */
  excerpt: string
  /** `fileKey` of the picture that stands for it in lists. */
  coverKey: string | null
  hasImage: 0 | 1
  hasFile: 0 | 1
  hasVideo: 0 | 1
  hasLink: 0 | 1
  hasPoll: 0 | 1
  /** Of a reply post (답변글): the post at the head of its thread, and its author; the post that it answers; its place in the thread. */
  rootId: number | null
  rootAuthorId: number | null
  parentId: number | null
  replyPath: string | null
  /** It is shown below its root. Where that is no row of a list, it is one of its own. */
  hangs: 0 | 1
  /** Of a root: visible replies below it. */
  replyCount: number
  commentCount: number
  lastCommentNumber: number
  /** Of changes of its comments; those that are new are none. */
  lastChangeNumber: number
  /** Of a question: the answer that its author took. */
  acceptedCommentId: number | null
  /** The comment that stands above the others. */
  pinnedCommentId: number | null
  voteCount: number
  downCount: number
  /** When its votes lifted it into the board's popular list. */
  popularAt: Date | null
  viewCount: number
  version: number
  createdAt: Date
  /** Of the post itself or its newest comment. */
  lastActivityAt: Date
  editedAt: Date | null
  deletedAt: Date | null
}

/**
 * `pending` waits for approval. `private` is its author's alone and was never anybody else's; `withdrawn` was open before its author made it
 * private: those who keep order go on seeing it, as they see what was deleted.
 */
export type PostStatus = 'visible' | 'hidden' | 'deleted' | 'pending' | 'private' | 'withdrawn'

/** A text as it was written, as it is shown, and as words alone. */
export interface PostBody {
  source: string
  html: string
  text: string
  rendererVersion: number
}

/** What a member wrote. What isn't said is not there: no category, no tags. */
export interface PostDraft {
  title: string
  body: string
  categoryId?: number | null
  /** What the author wishes, where the board leaves it to them. */
  secret?: boolean
  /** Takes no comments. */
  commentsClosed?: boolean
  /** For its author alone. Of a form that doesn't ask: as it stands. */
  private?: boolean | undefined
  tags?: readonly string[]
  links?: readonly string[]
  /** Values of the board's own fields, by key. */
  fields?: Readonly<Record<string, string>>
  /** null: none. Not said: the one that is there stays. */
  poll?: PollDraft | null | undefined
  /** The post that this one answers. */
  parent?: Post | null | undefined
}

/** What one row of a list needs: never the text. */
export interface ListedPost
  extends Pick<
      Post,
      | 'id'
      | 'boardId'
      | 'number'
      | 'authorId'
      | 'guestName'
      | 'title'
      | 'pinnedAt'
      | 'lockedAt'
      | 'status'
      | 'categoryId'
      | 'secret'
      | 'anonymous'
      | 'hasImage'
      | 'hasFile'
      | 'hasVideo'
      | 'hasLink'
      | 'hasPoll'
      | 'replyCount'
      | 'commentCount'
      | 'acceptedCommentId'
      | 'voteCount'
      | 'downCount'
      | 'viewCount'
      | 'createdAt'
    >,
    Partial<ListDetails & Pick<Post, 'rootId' | 'rootAuthorId' | 'parentId' | 'replyPath'>> {
  /** null: who wrote it left, or is anonymous. */
  nickname: string | null
}

/** What the look of a board, its fields or its reader ask for beside a row (`list-details.read-models`). */
export interface ListDetails extends Pick<Post, 'lastCommentNumber' | 'excerpt' | 'coverKey'> {
  coverName: string | null
  coverWidth: number | null
  coverHeight: number | null
  /** null when the text is too long for a list. */
  html: string | null
  /** Values of extra fields by their key, as JSON. */
  fields: unknown
  /** Number of the newest comment at the reader's last visit; null: never opened. */
  seenComment: number | null
  /** Posts up to this id count as read. */
  readFloor: number | null
  /** Whether the reader wants to see nothing of its author. */
  muted: 0 | 1
}

export const popularPeriods = ['day', 'week', 'month'] as const
export type PopularPeriod = (typeof popularPeriods)[number]

export interface PopularPost
  extends Pick<
    ListedPost,
    | 'boardId'
    | 'number'
    | 'title'
    | 'commentCount'
    | 'voteCount'
    | 'createdAt'
    | 'hasImage'
    | 'anonymous'
    | 'guestName'
    | 'nickname'
    | 'muted'
  > {
  slug: string
  /** null of the anonymous. */
  shownAuthorId: number | null
}

export const TITLE_LENGTH = 200
export const BODY_LENGTH = 65_000

const HOUR_MS = 3_600_000

/** Whether a list marks the post with N, as long as its board says. */
export const isNew = (post: Pick<Post, 'createdAt'>, board: { newHours: number }, now: Date): boolean =>
  now.getTime() - post.createdAt.getTime() < board.newHours * HOUR_MS
