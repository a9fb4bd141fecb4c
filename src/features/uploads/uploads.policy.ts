import { guest, type Viewer } from '../../context.ts'
import type { UploadKind } from '../boards/board-settings.types.ts'
import { canDownloadOn } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'
import { canSeeBody } from '../comments/comments.policy.ts'
import type { Comment } from '../comments/comments.types.ts'
import { canReadPost, type Readable } from '../posts/posts.policy.ts'

export interface FilePlace {
  ownerId: number
  /** null: no post shows it yet. */
  post: (Readable & { board: Board }) | null
  /** Of that post, when it stands in one. */
  comment?: Pick<Comment, 'status' | 'authorId' | 'secret' | 'addresseeId'> | null
}

/** A file is there for whoever reads its post, and the comment that shows it; one that stands nowhere yet for its owner alone. */
export function canReadFile(viewer: Viewer, { ownerId, post, comment = null }: FilePlace): boolean {
  if (post === null) return viewer.memberId === ownerId
  return canReadPost(viewer, post.board, post) && (comment === null || canSeeBody(viewer, { board: post.board, post }, comment))
}

/** Pictures and films are part of the text; what one takes home asks for more on some boards. Nobody is kept from what they brought. */
export const canTakeFile = (viewer: Viewer, { ownerId, post }: FilePlace, kind: UploadKind): boolean =>
  kind !== 'file' || post === null || viewer.memberId === ownerId || canDownloadOn(viewer, post.board)

/** Only then may a proxy between us and the reader keep a copy. */
export const everyoneReadsFile = (place: FilePlace, kind: UploadKind): boolean =>
  place.post !== null && canReadFile(guest, place) && canTakeFile(guest, place, kind)
