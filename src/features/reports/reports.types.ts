import type { TextWithStickers } from '../../lib/html/stickers.ts'
import type { CommentRow, Place } from '../comments/comments.types.ts'

export const reportReasons = ['spam', 'abuse', 'sexual', 'privacy', 'copyright', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** One member's word that a post or a comment breaks the rules. */
export interface Report {
  id: number
  postId: number
  /** 0: the post itself. */
  commentId: number
  reporterId: number
  reason: ReportReason
  note: string
  createdAt: Date
  closedAt: Date | null
  closedBy: number | null
  outcome: string | null
  isOpen: 0 | 1
}

/** What is reported. */
export interface Reported extends Place {
  comment: CommentRow | null
}

export const NOTE_LENGTH = 500

/** All open reports of one post or comment. */
export interface OpenReport {
  postId: number
  commentId: number
  reports: Pick<Report, 'reason' | 'note' | 'createdAt'>[]
  latest: number
  boardId: number
  number: number
  title: string
  commentNumber: number | null
  commentStatus: 'visible' | 'hidden' | 'deleted' | null
  /** As it was written. */
  comment: TextWithStickers | null
  /** null of the anonymous, of guests and of those who left. */
  nickname: string | null
  guestName: string | null
}
