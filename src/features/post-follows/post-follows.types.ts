import type { ListedPost } from '../posts/posts.types.ts'
import type { PressButton } from '../posts/press.types.ts'

/** A post whose new comments a member wants to hear of (구독). */
export interface PostFollow {
  id: number
  memberId: number
  postId: number
  createdAt: Date
}

export interface FollowRow
  extends Pick<PostFollow, 'id' | 'createdAt'>,
    Pick<ListedPost, 'boardId' | 'number' | 'title' | 'nickname' | 'anonymous' | 'guestName' | 'commentCount'> {
  /** Of the newest comment; what the member has seen of them, null for who never opened the post. */
  lastCommentNumber: number
  seenComment: number | null
}

export const followButton = (followed: boolean): PressButton => ({ pressed: followed, wish: followed ? 'remove' : 'add', count: null })
