import type { Viewer } from '../../context.ts'
import type { BoardCategory } from './board-categories.types.ts'
import type { Board } from './boards.types.ts'

/** Pure questions about a board. A board whose list one may not see doesn't exist for one (404). */

export const administers = (viewer: Viewer): boolean => viewer.memberId !== null && viewer.level >= 9
export const moderates = (viewer: Viewer, board: Pick<Board, 'id'>): boolean => administers(viewer) || viewer.moderates.has(board.id)
/** Past the door of the board's group: its level, and its list of members if it has one. */
const entersGroup = (viewer: Viewer, { groupId, group }: Board): boolean =>
  viewer.level >= group.level && (!group.membersOnly || viewer.groups.has(groupId))
const reachesList = (viewer: Viewer, board: Board): boolean => entersGroup(viewer, board) && viewer.level >= board.listLevel
export const canList = (viewer: Viewer, board: Board): boolean =>
  moderates(viewer, board) || (reachesList(viewer, board) && (!board.adultsOnly || viewer.adult))
/** By age alone: that there is such a board is no secret, and its gate says what opens it. */
export const isKeptOutByAge = (viewer: Viewer, board: Board): boolean => reachesList(viewer, board) && !canList(viewer, board)
export const canReadOn = (viewer: Viewer, board: Board): boolean =>
  moderates(viewer, board) || (canList(viewer, board) && viewer.level >= board.readLevel)
/** Guests, where the level for writing is theirs: under a name and a password, and what everyone may read, for nobody could show them another answer. */
const takesGuests = (board: Board): boolean => !board.consultation && board.secret !== 'always'
export const canWriteOn = (viewer: Viewer, board: Board): boolean =>
  (viewer.memberId !== null || takesGuests(board)) &&
  board.mergingInto === null &&
  canReadOn(viewer, board) &&
  (moderates(viewer, board) || viewer.level >= board.writeLevel)
export const canCommentOn = (viewer: Viewer, board: Board): boolean =>
  (viewer.memberId !== null || takesGuests(board)) &&
  board.commentsEnabled &&
  canReadOn(viewer, board) &&
  (moderates(viewer, board) || viewer.level >= board.commentLevel)
/** Writes a post that answers another one (답변글). */
export const canReplyOn = (viewer: Viewer, board: Board): boolean =>
  viewer.memberId !== null && canWriteOn(viewer, board) && (moderates(viewer, board) || viewer.level >= board.replyLevel)
export const canUploadOn = (viewer: Viewer, board: Board): boolean =>
  viewer.memberId !== null && canWriteOn(viewer, board) && (moderates(viewer, board) || viewer.level >= board.uploadLevel)

export const canDownloadOn = (viewer: Viewer, board: Board): boolean =>
  canReadOn(viewer, board) && (moderates(viewer, board) || viewer.level >= board.downloadLevel)
/** On a board for consultation everyone sees their own posts alone. */
export const seesAllPosts = (viewer: Viewer, board: Board): boolean => !board.consultation || moderates(viewer, board)
/** Whether its posts may stand among those of other boards. What is between one member and those who keep order stays there, for them too. */
export const isShownElsewhere = (viewer: Viewer, board: Board): boolean =>
  canReadOn(viewer, board) && !board.consultation && board.secret !== 'always'
/** Under which of its categories a viewer may put a post. */
export const categoriesFor = (viewer: Viewer, board: Board): BoardCategory[] =>
  board.categories.filter(({ writeLevel }) => moderates(viewer, board) || viewer.level >= writeLevel)

export const canManageBoards = (viewer: Viewer): boolean => administers(viewer)

/** First segments of addresses that are not boards. A test holds this against the table of routes. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about account admin all api assets bbs boards cards comments console content draft drafts export favicon feed feeds files find-password
  forgot-password g5 gnuboard5 groups healthz help home invite letters live login logout madang me members messages moderation new notifications
  pages password popular posts
  proof-of-work preferences preview privacy readyz robots root rss scraps search sessions settings setup signup sitemap static statistics stickers system tag
  tags terms uploads verify visitors welcome write`.split(/\s+/),
)

/** What is wrong with an address for a board, as a message key. A slash, a dot or a capital would make two addresses of one board. */
export function boardSlugProblem(slug: string): 'boards.slug.shape' | 'boards.slug.reserved' | null {
  if (!/^[a-z][a-z0-9_-]{0,19}$/.test(slug)) return 'boards.slug.shape'
  return reservedSlugs.has(slug) ? 'boards.slug.reserved' : null
}
