import { guest, type Viewer } from '../../context.ts'
import type { Board } from '../boards/boards.types.ts'
import { canReadPost } from '../posts/posts.policy.ts'
import type { PostStatus } from '../posts/posts.types.ts'

export interface FilePlace {
  ownerId: number
  /** null: no post shows it yet. */
  post: { board: Board; status: PostStatus; secret: 0 | 1; authorId: number | null } | null
}

/** A picture is read by whoever reads its post; one that stands nowhere yet by its owner alone. */
export function canReadFile(viewer: Viewer, { ownerId, post }: FilePlace): boolean {
  if (post === null) return viewer.memberId === ownerId
  return canReadPost(viewer, post.board, post)
}

/** Only then may a proxy between us and the reader keep a copy. */
export const everyoneReadsFile = (place: FilePlace): boolean => place.post !== null && canReadFile(guest, place)
