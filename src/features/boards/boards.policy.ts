import type { Viewer } from '../../context.ts'
import type { Board } from './boards.types.ts'

/** Pure questions about a board. A board whose list one may not see doesn't exist for one (404). */

export const administers = (viewer: Viewer): boolean => viewer.memberId !== null && viewer.level >= 9
export const moderates = (viewer: Viewer, board: Pick<Board, 'id'>): boolean => administers(viewer) || viewer.moderates.has(board.id)
export const canList = (viewer: Viewer, board: Board): boolean => moderates(viewer, board) || viewer.level >= board.listLevel
export const canReadOn = (viewer: Viewer, board: Board): boolean =>
  moderates(viewer, board) || viewer.level >= Math.max(board.listLevel, board.readLevel)
/** Only members write: a guest's post has no one who could edit it. (Guest posts come with their own rules.) */
export const canWriteOn = (viewer: Viewer, board: Board): boolean =>
  viewer.memberId !== null && canReadOn(viewer, board) && (moderates(viewer, board) || viewer.level >= board.writeLevel)
export const canCommentOn = (viewer: Viewer, board: Board): boolean =>
  viewer.memberId !== null && canReadOn(viewer, board) && (moderates(viewer, board) || viewer.level >= board.commentLevel)
export const canUploadOn = (viewer: Viewer, board: Board): boolean =>
  canWriteOn(viewer, board) && (moderates(viewer, board) || viewer.level >= board.uploadLevel)

export const canManageBoards = (viewer: Viewer): boolean => administers(viewer)

/** First segments of addresses that are not boards. A test holds this against the table of routes. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about account admin api assets boards comments console draft drafts export favicon feed feeds files find-password forgot-password
  healthz help home invite letters login logout madang me members messages moderation new notifications password popular posts
  preferences preview privacy readyz robots root rss scraps search sessions settings setup signup sitemap static statistics system tag
  tags terms uploads verify visitors welcome write`.split(/\s+/),
)

/** What is wrong with an address for a board, as a message key. A slash, a dot or a capital would make two addresses of one board. */
export function boardSlugProblem(slug: string): 'boards.slug.shape' | 'boards.slug.reserved' | null {
  if (!/^[a-z][a-z0-9_-]{0,19}$/.test(slug)) return 'boards.slug.shape'
  return reservedSlugs.has(slug) ? 'boards.slug.reserved' : null
}
