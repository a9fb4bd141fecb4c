import type { DateText } from '../../lib/time/date-text.ts'
import type { Post, PostStatus } from '../posts/posts.types.ts'

export const postActs = ['approve', 'hide', 'restore', 'lock', 'unlock', 'pin', 'unpin', 'delete'] as const
export const commentActs = ['hide-comment', 'restore-comment'] as const
/** By who keeps order in place of who asked, or wrote. */
export const answerActs = ['accept-answer', 'withdraw-answer', 'pin-comment', 'unpin-comment'] as const
export const memberActs = ['level', 'suspend', 'reinstate', 'confirm-adult', 'withdraw-adult'] as const
export const reportActs = ['close-reports'] as const

/** On what a post said before. */
export const versionActs = ['restore-version', 'purge-version'] as const

export const boardActs = ['rename-board', 'move-board', 'copy-board', 'merge-board', 'delete-board'] as const

export type PostAct = (typeof postActs)[number]
export type CommentAct = (typeof commentActs)[number]
export type AnswerAct = (typeof answerActs)[number]
export type MemberAct = (typeof memberActs)[number]
export type ReportAct = (typeof reportActs)[number]
export type VersionAct = (typeof versionActs)[number]
export type BoardAct = (typeof boardActs)[number]

/** Who did what to whose text, when and why. Never changed, never removed. */
export interface Act {
  id: number
  moderatorId: number
  action: PostAct | CommentAct | 'unmask' | AnswerAct | MemberAct | ReportAct | VersionAct | BoardAct
  boardId: number | null
  postId: number | null
  commentId: number | null
  /** Whom it concerns: the author, or the member whose level changed. */
  memberId: number | null
  reason: string
  createdAt: Date
}

export const REASON_LENGTH = 500

/** An act with the names that stand beside it on a page. */
export interface ActRow extends Pick<Act, 'id' | 'action' | 'reason' | 'createdAt'> {
  moderatorNickname: string | null
  memberNickname: string | null
  boardId: number | null
  /** Of a post that is gone for good too. */
  postId: number | null
  postNumber: number | null
  postTitle: string | null
  postStatus: PostStatus | null
  postAuthorId: number | null
  postSecret: Post['secret'] | null
  postAnnounced: Post['announced'] | null
  postRootAuthorId: number | null
  commentNumber: number | null
}

/** One line of `views/moderation/_acts.ejs`. */
export interface ActLine {
  what: string
  date: DateText
  reason: string | null
  target: { label: string; path: string | null } | null
}
