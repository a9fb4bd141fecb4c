import { guest, type Viewer } from '../../context.ts'
import { canReadOn, moderates } from '../boards/boards.policy.ts'
import type { Board } from '../boards/boards.types.ts'

export interface FilePlace {
  ownerId: number
  /** null: no post shows it yet. */
  post: { board: Board; status: 'visible' | 'hidden' | 'deleted'; authorId: number | null } | null
}

/** A picture is read by whoever reads its post; one that stands nowhere yet by its owner alone. */
export function canReadFile(viewer: Viewer, { ownerId, post }: FilePlace): boolean {
  if (post === null) return viewer.memberId === ownerId
  if (moderates(viewer, post.board)) return true
  if (!canReadOn(viewer, post.board)) return false
  return post.status === 'visible' || (post.status === 'hidden' && viewer.memberId !== null && viewer.memberId === post.authorId)
}

/** Only then may a proxy between us and the reader keep a copy. */
export const everyoneReadsFile = (place: FilePlace): boolean => place.post !== null && canReadFile(guest, place)
