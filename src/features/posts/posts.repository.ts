import type { Db } from '../../lib/db/db.ts'
import type { Post, PostBody } from './posts.types.ts'

/** Owns `posts` and `post_bodies`. What enters or leaves a list is changed by `page-index.repository`, never here. */

export const findPost = (db: Db, boardId: number, number: number): Promise<Post | undefined> =>
  db<Post>('posts').where({ boardId, number }).first()

/** The row as it stands now, held until the transaction ends. Whoever changes a post or what hangs on it takes this lock first. */
export const holdPost = (trx: Db, id: number): Promise<Post | undefined> => trx<Post>('posts').where({ id }).forUpdate().first()

export const insertBodies = (trx: Db, bodies: readonly (PostBody & { postId: number })[]) => trx('post_bodies').insert([...bodies])

export const findSource = async (db: Db, postId: number): Promise<string | undefined> =>
  (await db<PostBody & { postId: number }>('post_bodies').where({ postId }).first('source'))?.source

type VersionedText = Pick<Post, 'authorId' | 'version'> & Pick<PostBody, 'source' | 'html'>

/** A text and which version of it this is, seen at one moment. */
export const findText = (db: Db, postId: number): Promise<VersionedText | undefined> =>
  db('posts as p')
    .join('post_bodies as b', 'b.postId', 'p.id')
    .where('p.id', postId)
    .first<VersionedText | undefined>('p.authorId', 'p.version', 'b.source', 'b.html')

export const updateHtml = (trx: Db, postId: number, html: string) => trx('post_bodies').where({ postId }).update({ html })

/** @returns whether the post still was the version that the change began from */
export async function updateText(
  trx: Db,
  { id, version }: Pick<Post, 'id' | 'version'>,
  change: Pick<
    Post,
    'title' | 'editedAt' | 'secret' | 'commentsClosed' | 'excerpt' | 'coverKey' | 'hasImage' | 'hasVideo' | 'hasFile' | 'hasLink'
  >,
  body: PostBody,
): Promise<boolean> {
  const changed = await trx<Post>('posts')
    .where({ id, version })
    .update({ ...change, version: version + 1 })
  if (changed === 0) return false
  await trx('post_bodies').where({ postId: id }).update(body)
  return true
}

export const updateLock = (trx: Db, id: number, lockedAt: Date | null) => trx<Post>('posts').where({ id }).update({ lockedAt })

/** Kept for lists. */
export const updateHasPoll = (trx: Db, id: number, hasPoll: boolean) =>
  trx<Post>('posts')
    .where({ id })
    .update({ hasPoll: hasPoll ? 1 : 0 })

export const updateAccepted = (trx: Db, id: number, acceptedCommentId: number | null) =>
  trx<Post>('posts').where({ id }).update({ acceptedCommentId })

export const updatePinnedComment = (trx: Db, id: number, pinnedCommentId: number | null) =>
  trx<Post>('posts').where({ id }).update({ pinnedCommentId })

export const updateLastChange = (trx: Db, id: number, lastChangeNumber: number) =>
  trx<Post>('posts').where({ id }).update({ lastChangeNumber })

/** Nothing when another comment was accepted or pinned, or none. */
export async function forgetComment(trx: Db, id: number, commentId: number): Promise<void> {
  for (const column of ['acceptedCommentId', 'pinnedCommentId'] as const)
    await trx<Post>('posts')
      .where({ id, [column]: commentId })
      .update({ [column]: null })
}

const POSTS_PER_STATEMENT = 500

/** Adds what was gathered. Most posts were seen equally few times: those share a statement. In the order of ids, so that two such runs can't deadlock. */
export async function addViews(trx: Db, views: ReadonlyMap<number, number>): Promise<void> {
  const ids = [...views.keys()].sort((a, b) => a - b)
  for (const count of new Set(views.values())) {
    const seen = ids.filter((id) => views.get(id) === count)
    for (let start = 0; start < seen.length; start += POSTS_PER_STATEMENT) {
      await trx('posts')
        .whereIn('id', seen.slice(start, start + POSTS_PER_STATEMENT))
        .increment('viewCount', count)
    }
  }
}

/** Notices whose time is over. */
export const findExpiredNotices = (db: Db, now: Date): Promise<Pick<Post, 'id'>[]> =>
  db<Post>('posts').where('pinnedUntil', '<=', now).limit(POSTS_PER_STATEMENT).select('id')
