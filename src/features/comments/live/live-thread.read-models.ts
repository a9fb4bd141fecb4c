import type { AppContext, Reader } from '../../../context.ts'
import { loadSettings } from '../../settings/settings.service.ts'
import { isOpen } from '../comments.policy.ts'
import type { Place } from '../comments.types.ts'
import { sincePath } from './live.paths.ts'
import type { LiveThread } from './live.types.ts'
import { watchKeyOf } from './watch-key.service.ts'

/** Guests are all given one answer, which is made once; each member's is made for them. */
const PACE = { guest: 0.5, member: 5 }

/** Where nobody can comment there is nothing to wait for. */
export async function liveThread(ctx: AppContext, { viewer }: Reader, place: Place): Promise<LiveThread | null> {
  const { board, post } = place
  if (!board.commentsEnabled || !isOpen(place) || !(await loadSettings(ctx)).liveComments) return null
  return {
    key: watchKeyOf(ctx, post.id),
    last: post.lastCommentNumber,
    changes: post.lastChangeNumber,
    path: sincePath(board, post.number),
    pace: viewer.memberId === null ? PACE.guest : PACE.member,
  }
}
