import { postPath } from '../posts/posts.paths.ts'

type BoardSlug = { slug: string }

/** Where comments are posted to. */
export const commentsPath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/comments`
/** Leads to the page of the thread that holds the comment, wherever it stands by then. */
export const commentPath = (board: BoardSlug, number: number, comment: number): string => `${commentsPath(board, number)}/${comment}`
export const commentAnchor = (comment: number): string => `#comment-${comment}`
export const writeCommentPath = (board: BoardSlug, number: number, parent?: number): string =>
  `${commentsPath(board, number)}/write${parent === undefined ? '' : `?parent=${parent}`}`
export const editCommentPath = (board: BoardSlug, number: number, comment: number): string => `${commentPath(board, number, comment)}/edit`
export const deleteCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/delete`

export const undeleteCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/undelete`

export const previewCommentPath = (board: BoardSlug, number: number, comment?: number): string =>
  `${commentsPath(board, number)}/preview${comment === undefined ? '' : `?comment=${comment}`}`

/** Of the comment at such an address. */
export const commentAt = (address: string): number => Number(/#comment-(\d+)$/.exec(address)?.[1])

// Doors of those who are no members.
export const guestWriteCommentPath = (board: BoardSlug, number: number, parent?: number): string =>
  `${commentsPath(board, number)}/write/guest${parent === undefined ? '' : `?parent=${parent}`}`
export const guestKeyOfCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/password`
export const guestEditCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${editCommentPath(board, number, comment)}/guest`
export const guestDeleteCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${deleteCommentPath(board, number, comment)}/guest`

/** `address` is the post's, with the list that it was opened from. Page 1 is that address itself. */
export const threadPageAddress = (address: string, page: number): string =>
  page > 1 ? `${address}${address.includes('?') ? '&' : '?'}comments=${page}` : address
export const threadPagePath = (address: string, page: number): string => `${threadPageAddress(address, page)}#comments`

export const acceptCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/accept`
export const pinCommentPath = (board: BoardSlug, number: number, comment: number): string => `${commentPath(board, number, comment)}/pin`
export const voteCommentPath = (board: BoardSlug, number: number, comment: number): string => `${commentPath(board, number, comment)}/vote`
export const hideCommentPath = (board: BoardSlug, number: number, comment: number): string => `${commentPath(board, number, comment)}/hide`
export const restoreCommentPath = (board: BoardSlug, number: number, comment: number): string =>
  `${commentPath(board, number, comment)}/restore`
