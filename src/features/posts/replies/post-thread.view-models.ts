import type { Reader } from '../../../context.ts'
import type { DateText } from '../../../lib/time/date-text.ts'
import type { Board } from '../../boards/boards.types.ts'
import { replyDepth } from '../lists/post-row.view-models.ts'
import { postAuthor } from '../post-names.types.ts'
import { postPath } from '../posts.paths.ts'
import { canReadTitle } from '../posts.policy.ts'
import type { Post } from '../posts.types.ts'
import type { Thread } from './replies.read-models.ts'

/** A question and its answers, as `views/posts/_thread.ejs` prints them on the page of each. */
export interface PostThread {
  heading: string
  /** What this post answers can't be seen any more. */
  stub: string | null
  items: { title: string; path: string; depth: number; author: string; date: DateText; isOpen: boolean; comments: string | null }[]
}

export function postThread(reader: Reader, board: Board, post: Pick<Post, 'id' | 'parentId'>, { root, replies }: Thread): PostThread {
  const { t, number } = reader
  const posts = root ? [root, ...replies] : replies
  return {
    heading: t('posts.thread', { count: number(replies.length) }),
    stub: post.parentId !== null && !posts.some(({ id }) => id === post.parentId) ? t('posts.thread.gone') : null,
    items: posts.map((each) => ({
      title: canReadTitle(reader.viewer, board, each) ? each.title : t('posts.secretTitle'),
      path: postPath(board, each.number),
      depth: replyDepth(each.replyPath ?? null),
      author: postAuthor(reader, each).name,
      date: reader.date(each.createdAt),
      isOpen: each.id === post.id,
      comments: each.commentCount > 0 ? number(each.commentCount) : null,
    })),
  }
}
