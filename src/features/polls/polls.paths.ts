type BoardSlug = { slug: string }

/** Where one votes, and of an open ballot, where one sees who chose what. */
export const pollPath = (board: BoardSlug, number: number): string => `/${board.slug}/${number}/poll`
