/** Page 1 is the bare address: one page, one address. */
export const boardPath = (board: { slug: string }, page = 1): string => (page > 1 ? `/${board.slug}?page=${page}` : `/${board.slug}`)
export const writePath = (board: { slug: string }): string => `/${board.slug}/write`
