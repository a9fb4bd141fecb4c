import type { Viewer } from '../../context.ts'
import { canSeeBody } from '../comments/comments.policy.ts'
import type { Comment, Place } from '../comments/comments.types.ts'
import { canReadPost } from '../posts/posts.policy.ts'

/** Pure questions. Nobody reports their own words: they can take them back. */
export const canReportPost = (viewer: Viewer, { board, post }: Place): boolean =>
  viewer.memberId !== null && post.status === 'visible' && post.authorId !== viewer.memberId && canReadPost(viewer, board, post)

export const canReportComment = (
  viewer: Viewer,
  { board, post }: Place,
  comment: Pick<Comment, 'authorId' | 'status' | 'secret' | 'addresseeId'>,
): boolean =>
  viewer.memberId !== null &&
  comment.status === 'visible' &&
  comment.authorId !== viewer.memberId &&
  canReadPost(viewer, board, post) &&
  canSeeBody(viewer, { board, post }, comment)
