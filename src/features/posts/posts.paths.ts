type BoardSlug = { slug: string }

export const postPath = (board: BoardSlug, number: number): string => `/${board.slug}/${number}`
export const editPostPath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/edit`
export const deletePostPath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/delete`
export const postLinkPath = (board: BoardSlug, number: number, position: number): string => `${postPath(board, number)}/links/${position}`
export const votePath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/vote`
/** The form of a new post that answers this one. */
export const answerPath = (board: BoardSlug, number: number): string => `/${board.slug}/write?parent=${number}`
/** Where script asks for a text as it will look. */
export const previewPath = '/preview'
/** Where the editor asks for what stands in the form, as it takes it in. */
export const editorTextPath = '/preview/editor'
/** Guests have doors of their own: they write under a name and a password. */
export const guestWritePath = (board: BoardSlug): string => `/${board.slug}/write/guest`
/** Where a guest says by password that a post is theirs, to change or delete it. */
export const guestKeyPath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/password`
export const guestEditPath = (board: BoardSlug, number: number): string => `${editPostPath(board, number)}/guest`
/** Where a guest's browser asks for the work that it has to do. */
export const workPath = '/proof-of-work'
