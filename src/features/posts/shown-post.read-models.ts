import type { AppContext, Viewer } from '../../context.ts'
import type { Board } from '../boards/boards.types.ts'
import { placeColumns } from './page-index.read-models.ts'
import { admit } from './posts.read-models.ts'
import type { Post } from './posts.types.ts'

export interface ShownPost extends Post {
  html: string
  text: string
  nickname: string | null
  /** Of the viewer: 1 for, -1 against. */
  ownVote: number | null
  /** When the viewer bookmarked it. */
  bookmarkedAt: Date | null
  tags: string[]
  total: number
  above: number
}

/** The post with all that its own part of the page prints: one statement. */
export async function loadShownPost(ctx: AppContext, viewer: Viewer, board: Board, number: number): Promise<ShownPost> {
  const { db } = ctx
  const memberId = viewer.memberId ?? 0
  const row: (Omit<ShownPost, 'tags'> & { tags: string | null }) | undefined = await db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .leftJoin('post_votes as v', (on) => on.on('v.postId', 'p.id').andOnVal('v.memberId', memberId))
    .leftJoin('bookmarks as k', (on) => on.on('k.postId', 'p.id').andOnVal('k.memberId', memberId))
    .where({ 'p.boardId': board.id, 'p.number': number })
    .first(
      ...['p.*', 'b.html', 'b.text', 'm.nickname', 'v.value as ownVote', 'k.createdAt as bookmarkedAt'],
      // No tag holds a blank.
      db.raw("(SELECT GROUP_CONCAT(t.tag ORDER BY t.position SEPARATOR ' ') FROM post_tags AS t WHERE t.post_id = p.id) AS tags"),
      ...placeColumns(db, board.id, number),
    )
  return admit(viewer, board, row && { ...row, tags: row.tags?.split(' ') ?? [] })
}
