import type { Viewer } from '../../context.ts'
import { Conflict } from '../../lib/http/errors.ts'
import type { Board } from '../boards/boards.types.ts'
import { offersSecret } from './comments.policy.ts'
import type { Comment } from './comments.types.ts'

/**
 * What a comment becomes by its author's wish; without one, what that which is answered or changed is.
 * @throws Conflict for a wish that the board doesn't grant (any more): it is told, never published instead
 */
export function secrecyOf(
  viewer: Viewer,
  board: Board,
  known: Pick<Comment, 'secret'> | null,
  wish: boolean | undefined,
): Comment['secret'] {
  const secret = wish ?? known?.secret === 1
  if (secret && !offersSecret(viewer, board, known)) throw new Conflict('no secret comments here', 'comments.secret.notHere')
  return secret ? 1 : 0
}
