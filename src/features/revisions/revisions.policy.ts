import type { Viewer } from '../../context.ts'
import { moderates } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import { canEditPost, canReadPost, wrote } from '../posts/posts.policy.ts'
import type { Post } from '../posts/posts.types.ts'

type Shown = Pick<Post, 'id' | 'authorId' | 'status' | 'secret' | 'announced' | 'rootAuthorId'>

/** What a post once said is for whom its board shows it to, and for nobody who may not read the post. */
export const canSeeHistory = (viewer: Viewer, board: Board, post: Shown): boolean =>
  canReadPost(viewer, board, post) &&
  (wrote(viewer, post) ||
    moderates(viewer, board) ||
    board.history === 'everyone' ||
    (board.history === 'members' && viewer.memberId !== null))

/** Who could change it, or who keeps order on its board: the log then tells. What was deleted comes back by nobody's hand. */
export const canRestoreText = (viewer: Viewer, board: Board, post: Shown & Pick<Post, 'lockedAt' | 'commentCount'>): boolean =>
  canEditPost(viewer, board, post) || (post.status !== 'deleted' && moderates(viewer, board) && canReadPost(viewer, board, post))

/** Words that had to go have to go from what stood before as well. */
export const canPurgeVersion = (viewer: Viewer, board: Board, post: Shown): boolean =>
  moderates(viewer, board) && canReadPost(viewer, board, post)

/** Whoever acts on somebody else's words says why. */
export const mustSayWhy = (viewer: Viewer, post: Pick<Post, 'id' | 'authorId'>): boolean => !wrote(viewer, post)
