import type { Viewer } from '../../context.ts'
import { canCommentOn, moderates } from '../boards/boards.policy.ts'
import type { Comment, Place } from './comments.types.ts'

/** Pure questions. Services enforce the answer; view models use the same answer to draw the button. */

type Rights = Pick<Comment, 'authorId' | 'status' | 'secret' | 'addresseeId'>
type Own = Pick<Comment, 'id' | 'authorId'>

const isMembers = (viewer: Viewer, { authorId }: Pick<Rights, 'authorId'>): boolean =>
  viewer.memberId !== null && viewer.memberId === authorId

/** A member, or a guest by the password of this one comment. */
export const wrote = (viewer: Viewer, comment: Own): boolean =>
  isMembers(viewer, comment) || (viewer.memberId === null && viewer.openedComment !== undefined && viewer.openedComment === comment.id)

/** A locked post is closed to everyone: who may unlock it can do so first, and the log then tells. So is one whose author wants no comments. */
export const isOpen = ({ post }: Pick<Place, 'post'>): boolean =>
  post.status === 'visible' && post.lockedAt === null && post.commentsClosed === 0

export const canComment = (viewer: Viewer, place: Place): boolean => canCommentOn(viewer, place.board) && isOpen(place)

export const canReplyTo = (viewer: Viewer, place: Place, comment: Rights): boolean =>
  comment.status === 'visible' && isConcerned(viewer, place, comment) && canComment(viewer, place)

export const canEditComment = (viewer: Viewer, place: Place, comment: Own & Pick<Rights, 'status'>): boolean =>
  wrote(viewer, comment) && comment.status === 'visible' && canComment(viewer, place)

/** One may take back one's words under a locked post too. */
export const canDeleteComment = (viewer: Viewer, comment: Own & Pick<Rights, 'status'>): boolean =>
  wrote(viewer, comment) && comment.status === 'visible'

/** Longer than a browser offers it: a line may be slow. */
const UNDELETE_MS = 20_000

/** For a moment who deleted may think better of it, under a locked post too. */
export const canUndeleteComment = (viewer: Viewer, comment: Own & Pick<Comment, 'status' | 'deletedAt'>, now: Date): boolean =>
  wrote(viewer, comment) &&
  comment.status === 'deleted' &&
  comment.deletedAt !== null &&
  now.getTime() - comment.deletedAt.getTime() <= UNDELETE_MS

export const canHideComment = (viewer: Viewer, place: Pick<Place, 'board'>, comment: Pick<Rights, 'status'>): boolean =>
  moderates(viewer, place.board) && comment.status === 'visible'

export const canRestoreComment = (viewer: Viewer, place: Pick<Place, 'board'>, comment: Pick<Rights, 'status'>): boolean =>
  moderates(viewer, place.board) && comment.status === 'hidden'

/** An answer is taken by who asked, or by who keeps order; under a locked question by the latter alone. What few may read answers nobody else. */
export const canAccept = (viewer: Viewer, { board, post }: Place, comment: Pick<Comment, 'status' | 'secret'>): boolean =>
  board.look === 'qna' && comment.status === 'visible' && comment.secret === 0 && keepsOrderBelow(viewer, { board, post })

/** A secret comment is between its author, that of the post, whom it answers, and those who keep order. */
const isConcerned = (viewer: Viewer, { board, post }: Concerning, { secret, authorId, addresseeId }: Rights): boolean =>
  secret === 0 || moderates(viewer, board) || (viewer.memberId !== null && [authorId, post.authorId, addresseeId].includes(viewer.memberId))

interface Concerning {
  board: Place['board']
  post: Pick<Place['post'], 'authorId'>
}

/**
 * Where one may wish that few read it: as the board says, and below what is secret already, also when the board has changed its mind since. Whom
 * a password alone makes an author could not be shown the answer.
 * @param known the comment that is answered, or changed
 */
export const offersSecret = (viewer: Viewer, board: Place['board'], known: Pick<Comment, 'secret'> | null): boolean =>
  viewer.memberId !== null && (board.secretComments || known?.secret === 1)

/** Of a hidden comment others see that it was hidden, its author and the moderators what it said; of a secret one that it is there. */
export const canSeeBody = (viewer: Viewer, place: Concerning, comment: Rights): boolean =>
  (comment.status === 'visible' && isConcerned(viewer, place, comment)) ||
  (comment.status === 'hidden' && (isMembers(viewer, comment) || moderates(viewer, place.board)))

/** As for posts: whatever may be read, by others than who wrote it. Under a locked post too, where nothing is said any more. */
export const canVoteForComment = (viewer: Viewer, { board, post }: Place, comment: Rights): boolean =>
  viewer.memberId !== null &&
  board.votes !== 'none' &&
  post.status === 'visible' &&
  comment.status === 'visible' &&
  canSeeBody(viewer, { board, post }, comment) &&
  !isMembers(viewer, comment)

export const canVoteAgainstComment = (viewer: Viewer, place: Place, comment: Rights): boolean =>
  place.board.votes === 'updown' && canVoteForComment(viewer, place, comment)

const keepsOrderBelow = (viewer: Viewer, { board, post }: Place): boolean =>
  post.status === 'visible' &&
  (moderates(viewer, board) || (viewer.memberId !== null && viewer.memberId === post.authorId && post.lockedAt === null))

/** Which comment stands above the others says the post's author, or who keeps order; under a locked post the latter alone. */
export const canPinComment = (viewer: Viewer, { board, post }: Place, comment: Pick<Comment, 'status' | 'secret'>): boolean =>
  comment.status === 'visible' && comment.secret === 0 && keepsOrderBelow(viewer, { board, post })
