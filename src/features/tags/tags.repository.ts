import type { Db } from '../../lib/db/db.ts'

/** Owns `post_tags`. */

interface TagRow {
  postId: number
  tag: string
  boardId: number
  position: number
}

export async function replaceTags(trx: Db, post: { id: number; boardId: number }, tags: readonly string[]): Promise<void> {
  await trx<TagRow>('post_tags').where({ postId: post.id }).delete()
  if (tags.length === 0) return
  await trx<TagRow>('post_tags').insert(tags.map((tag, position) => ({ postId: post.id, tag, boardId: post.boardId, position })))
}

export const moveTags = (trx: Db, postIds: readonly number[], boardId: number) =>
  trx<TagRow>('post_tags').whereIn('postId', postIds).update({ boardId })
