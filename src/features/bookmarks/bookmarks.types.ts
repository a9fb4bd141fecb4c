import type { ListedPost } from '../posts/posts.types.ts'
import type { PressButton } from '../posts/press.types.ts'

/** A post that a member wants to find again (스크랩). `folder` is '' for what lies outside of any. */
export interface Bookmark {
  id: number
  memberId: number
  postId: number
  folder: string
  note: string
  createdAt: Date
}

export interface BookmarkRow
  extends Pick<Bookmark, 'id' | 'folder' | 'note' | 'createdAt'>,
    Pick<ListedPost, 'boardId' | 'number' | 'title' | 'nickname' | 'anonymous' | 'guestName' | 'commentCount'> {}

export const FOLDER_LENGTH = 30
export const NOTE_LENGTH = 200

export const bookmarkButton = (kept: boolean): PressButton => ({ pressed: kept, wish: kept ? 'remove' : 'add', count: null })
