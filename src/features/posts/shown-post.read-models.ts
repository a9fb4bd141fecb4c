import type { AppContext, Viewer } from '../../context.ts'
import type { CommentSort } from '../boards/board-settings.types.ts'
import type { Board } from '../boards/boards.types.ts'
import type { ListQuery } from './lists/list-query.types.ts'
import { listOf, withinPeriod } from './lists/lists.read-models.ts'
import { type ExtraValues, readExtraValues } from './post-extras.types.ts'
import { loadPostParts, type PostParts, partsColumn } from './post-parts.read-models.ts'
import { loadTotal, type Place, type PlaceRow, withPlace } from './post-place.read-models.ts'
import { admit } from './posts.read-models.ts'
import type { Post } from './posts.types.ts'

export interface ShownPost extends Post, PostParts {
  html: string
  text: string
  nickname: string | null
  /** Of the viewer: 1 for, -1 against. */
  ownVote: number | null
  /** When the viewer bookmarked it. */
  bookmarkedAt: Date | null
  /** Number of the newest comment at the viewer's last visit; null: never opened. */
  seenComment: number | null
  /** When they began to follow it. */
  followedAt: Date | null
  /** Of the board's own fields. */
  extras: ExtraValues
  /** Where it stands in the list that the reader came from. */
  place: Place
}

type Row = Omit<ShownPost, keyof PostParts | 'extras' | 'place'> & PlaceRow & { extras: unknown; parts: string }

/** The post with all that its own part of the page prints, and its place in a list: one statement, and a second for those that have more than their text. */
export async function loadShownPost(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  { number, query, commentSort = board.commentSort }: { number: number; query: ListQuery; commentSort?: CommentSort },
): Promise<ShownPost> {
  const { db } = ctx
  const memberId = viewer.memberId ?? 0
  const list = await withinPeriod(ctx, listOf(db, viewer, board, query), query.period)
  const total = loadTotal(ctx, list)
  // Waited for below; if the post fails first, nobody else would hear of it.
  total.catch(() => {})
  const row: Row | undefined = await db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .leftJoin('post_votes as v', (on) => on.on('v.postId', 'p.id').andOnVal('v.memberId', memberId))
    .leftJoin('bookmarks as k', (on) => on.on('k.postId', 'p.id').andOnVal('k.memberId', memberId))
    .leftJoin('post_reads as seen', (on) => on.on('seen.postId', 'p.id').andOnVal('seen.memberId', memberId))
    .leftJoin('post_follows as f', (on) => on.on('f.postId', 'p.id').andOnVal('f.memberId', memberId))
    .leftJoin('post_extras as e', 'e.postId', 'p.id')
    .where({ 'p.boardId': board.id, 'p.number': number })
    .modify((post) => withPlace(db, post, list, number))
    .first(
      ...[
        'p.*',
        'b.html',
        'b.text',
        'm.nickname',
        'v.value as ownVote',
        'k.createdAt as bookmarkedAt',
        'seen.seenComment',
        'f.createdAt as followedAt',
        'e.fields as extras',
      ],
      partsColumn(db),
    )
  const { extras, parts, above, listRank, ...post } = admit(viewer, board, row)
  return {
    ...post,
    ...(await loadPostParts(db, post.id, parts, { memberId, commentSort })),
    extras: readExtraValues(extras),
    place: { list, ...(await total), ...(above === undefined ? {} : { above }), ...(listRank === undefined ? {} : { listRank }) },
  }
}
