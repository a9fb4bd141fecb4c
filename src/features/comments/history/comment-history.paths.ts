import { commentPath } from '../comments.paths.ts'

export const commentHistoryPath = (board: { slug: string }, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/history`
