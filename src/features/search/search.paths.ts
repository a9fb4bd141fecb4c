export function searchPath(text: string, { board = null, page = 1 }: { board?: string | null; page?: number } = {}): string {
  const query = new URLSearchParams({ q: text })
  if (board !== null) query.set('board', board)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}
