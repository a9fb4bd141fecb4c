import type { Comment } from '../features/comments/comments.types.ts'
import type { Post, PostBody } from '../features/posts/posts.types.ts'

export interface BulkMember {
  login: string
  nickname: string
  nicknameCanonical: string
  nicknameLetters: string
  nicknameInitials: string
  email: string
  createdAt: Date
}

export interface BulkPost extends Pick<Post, 'number' | 'authorId' | 'title' | 'commentCount' | 'voteCount' | 'viewCount' | 'createdAt'> {
  body: PostBody
}

export interface BulkComment
  extends Pick<
    Comment,
    'postId' | 'number' | 'parentId' | 'path' | 'authorId' | 'body' | 'html' | 'rendererVersion' | 'voteCount' | 'createdAt'
  > {}

export interface CorpusOptions {
  seed: number
  posts: number
  comments: number
  members: number
  /** Ids of the boards that are filled, one after another. */
  boardIds: number[]
  /** The newest post is from then. */
  until: Date
}

export interface Progress {
  what: 'members' | 'posts'
  done: number
  of: number
}
