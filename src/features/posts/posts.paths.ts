export const postPath = (board: { slug: string }, number: number): string => `/${board.slug}/${number}`
