import { commentPath } from '../comments/comments.paths.ts'
import { postPath } from '../posts/posts.paths.ts'

export const reportPostPath = (board: { slug: string }, number: number): string => `${postPath(board, number)}/report`
export const reportCommentPath = (board: { slug: string }, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/report`

export const reportsPath = (before: number | null = null): string =>
  before === null ? '/console/reports' : `/console/reports?before=${before}`
export const closeReportsPath = (postId: number, commentId: number): string => `/console/reports/${postId}/${commentId}/close`
