import type { CommentSort } from '../boards/board-settings.types.ts'
import type { Board } from '../boards/boards.types.ts'
import type { GuestAuthor } from '../guest-keys/guest-keys.types.ts'
import type { MemberStatus } from '../members/members.types.ts'
import type { Post } from '../posts/posts.types.ts'

/** One comment as its row stands. Deleted ones stay; those that someone answered are drawn as one sentence. */
export interface Comment {
  id: number
  postId: number
  /** Its place in the order of writing on this post, and its address. */
  number: number
  parentId: number | null
  /** Numbers from the root down to itself, 4 bytes each: sorted as bytes it is the thread read from top to bottom. */
  path: Buffer
  authorId: number | null
  /** What who is no member called themselves. */
  guestName: string | null
  /** Its author's name is shown to nobody; that of the board when it was written. */
  anonymous: 0 | 1
  /** Who of the anonymous of this post it is, from 1 on; 0 is the post's author. */
  alias: number | null
  /** Read by those concerned alone. What was said with everyone may become so, and the other way round. */
  secret: 0 | 1
  /** Whose comment it answers: of a secret one they are concerned. */
  addresseeId: number | null
  body: string
  html: string
  rendererVersion: number
  /** For and against it. */
  voteCount: number
  downCount: number
  status: CommentStatus
  /** Hidden until somebody who keeps order has looked at it. */
  waiting: 0 | 1
  /** Of the root of its thread: number, and place by votes. The server tells both. */
  root: number
  bestRank: number | null
  /** Drawn at all: false for a deleted one below which nothing is drawn. */
  inThread: 0 | 1
  version: number
  /** Of the last change that its readers could see, counted on its post; 0: it is as it was written. */
  changeNumber: number
  createdAt: Date
  editedAt: Date | null
  deletedAt: Date | null
  /** When it was deleted it was the answer of its post. */
  wasAccepted: 0 | 1
}

export type CommentStatus = 'visible' | 'hidden' | 'deleted'

/** What a comment hangs on. */
export interface Place {
  board: Board
  post: Post
}

export interface CommentDraft {
  body: string
  /** Number of the comment that is answered. */
  parent?: number | undefined
  /** Without a wish: as what is answered. */
  secret?: boolean | undefined
  guest?: GuestAuthor
  submissionKey?: string | undefined
  /** The order in which its author reads, and will find it. */
  sort?: CommentSort
}

const BYTES_PER_LEVEL = 4
/** As deep as the column is wide (VARBINARY(1020)). */
const DEEPEST = 255

export const depthOf = (path: Buffer): number => path.length / BYTES_PER_LEVEL - 1

/** Of a comment and of all that it answers, from the root down. */
export const numbersOf = (path: Buffer): number[] =>
  Array.from({ length: depthOf(path) + 1 }, (_, level) => path.readUInt32BE(level * BYTES_PER_LEVEL))

/** Below the deepest level a reply stands beside what it answers. */
export const takesReplies = (path: Buffer): boolean => depthOf(path) + 1 < DEEPEST

export function threadPath(parentPath: Buffer | null, number: number): Buffer {
  const own = Buffer.alloc(BYTES_PER_LEVEL)
  own.writeUInt32BE(number)
  return parentPath === null ? own : Buffer.concat([parentPath, own])
}

/** A comment as a thread shows it, with the names that stand on it. */
export interface CommentRow
  extends Pick<
    Comment,
    | 'id'
    | 'number'
    | 'path'
    | 'authorId'
    | 'guestName'
    | 'anonymous'
    | 'alias'
    | 'secret'
    | 'addresseeId'
    | 'body'
    | 'html'
    | 'status'
    | 'waiting'
    | 'version'
    | 'voteCount'
    | 'downCount'
    | 'createdAt'
    | 'editedAt'
  > {
  nickname: string | null
  /** Of the author: their level, and whether they keep order on the post's board; unknown of who is anonymous. */
  authorLevel: number | null
  authorModerates: 0 | 1
  authorStatus: MemberStatus | null
  /** Whether the reader wants to see nothing of them; absent where nobody is asked for. */
  muted?: 0 | 1
  parentNumber: number | null
  parentNickname: string | null
  parentGuestName: string | null
  parentAnonymous: 0 | 1 | null
  parentAlias: number | null
  parentAuthorId: number | null
  parentSecret: 0 | 1 | null
  parentAddresseeId: number | null
  /** Of who reads: 1 for, -1 against; absent where nobody is asked for. */
  ownVote?: number | null
}
