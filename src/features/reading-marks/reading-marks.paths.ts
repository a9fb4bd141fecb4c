export const markReadPath = (board: { slug: string }): string => `/${board.slug}/read`
