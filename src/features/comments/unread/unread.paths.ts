import { commentsPath } from '../comments.paths.ts'

/** Leads to the next comment that is newer than `since`, on whichever page of the thread it stands. */
export const nextUnreadPath = (board: { slug: string }, number: number, since: number | null): string =>
  `${commentsPath(board, number)}/new${since === null ? '' : `?since=${since}`}`

/** Pages of the thread go on marking what was new when the first of them was opened: by then it counts as seen. */
export function withSince(address: string, since: number | null): string {
  if (since === null) return address
  const [path = '', anchor] = address.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}since=${since}${anchor === undefined ? '' : `#${anchor}`}`
}
