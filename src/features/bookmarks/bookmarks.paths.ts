import { postPath } from '../posts/posts.paths.ts'

export const bookmarkPath = (board: { slug: string }, number: number): string => `${postPath(board, number)}/bookmark`

export function bookmarksPath({ folder = null, before = null }: { folder?: string | null; before?: number | null } = {}): string {
  const query = new URLSearchParams({ ...(folder === null ? {} : { folder }), ...(before === null ? {} : { before: String(before) }) })
  return query.size > 0 ? `/me/bookmarks?${query}` : '/me/bookmarks'
}

export const editBookmarkPath = (id: number): string => `/me/bookmarks/${id}`
export const removeBookmarkPath = (id: number): string => `/me/bookmarks/${id}/remove`
