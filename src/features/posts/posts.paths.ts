type BoardSlug = { slug: string }

export const postPath = (board: BoardSlug, number: number): string => `/${board.slug}/${number}`
export const editPostPath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/edit`
export const deletePostPath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/delete`
export const postLinkPath = (board: BoardSlug, number: number, position: number): string => `${postPath(board, number)}/links/${position}`
export const votePath = (board: BoardSlug, number: number): string => `${postPath(board, number)}/vote`
/** Where script asks for a text as it will look. */
export const previewPath = '/preview'
/** Where the editor asks for what stands in the form, as it takes it in. */
export const editorTextPath = '/preview/editor'
