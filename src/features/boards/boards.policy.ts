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
