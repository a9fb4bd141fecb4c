import { commentsPath } from '../comments.paths.ts'

/** Where a browser hears of changes on the posts that it shows. */
export const livePath = '/live'
/** What of a thread its page doesn't hold yet. */
export const sincePath = (board: { slug: string }, number: number): string => `${commentsPath(board, number)}/since`
