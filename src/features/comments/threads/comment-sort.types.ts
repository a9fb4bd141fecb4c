import type { CommentSort } from '../../boards/board-settings.types.ts'
import type { Board } from '../../boards/boards.types.ts'
import { displayOf } from '../../sessions/display.types.ts'

/** Without votes there is nothing to put first. */
export const sortsOn = ({ votes }: Pick<Board, 'votes'>): readonly CommentSort[] =>
  votes === 'none' ? ['oldest', 'newest'] : ['oldest', 'newest', 'best']

/** In which order somebody reads: as they chose, where the board has that, else as the board wants it. */
export function commentSortOf(
  cookies: Readonly<Record<string, string | undefined>>,
  board: Pick<Board, 'votes' | 'commentSort'>,
): CommentSort {
  const { commentSort: chosen } = displayOf(cookies)
  const known = sortsOn(board)
  return [chosen, board.commentSort].find((sort): sort is CommentSort => known.includes(sort as CommentSort)) ?? 'oldest'
}
