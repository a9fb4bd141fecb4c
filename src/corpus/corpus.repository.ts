import { blockStart, listExcerpt, listsOf } from '../features/posts/lists/post-lists.types.ts'
import type { Db } from '../lib/db/db.ts'
import type { BulkComment, BulkMember, BulkPost } from './corpus.types.ts'

/**
 * The one place that writes into other features' tables: through their services, a row at a time with its lock, its news and its check, a
 * million posts take hours. Whatever those services keep right (numbers, counts, the page index, paths of threads) is kept right here too,
 * and `counts:check` says so. Rows go in as statements of a thousand: LOAD DATA would need `local_infile`, which a server rightly refuses.
 */

type Row = readonly unknown[]

/** The driver writes rows of values as `(…), (…)`. @returns the first row's id */
async function insertRows(trx: Db, into: string, rows: readonly Row[], ending = ''): Promise<number> {
  if (rows.length === 0) return 0
  const [{ insertId }] = (await trx.raw(`INSERT ${into} VALUES ? ${ending}`, [rows] as never)) as [{ insertId: number }]
  return insertId
}

/** Who has one of these names already is left as they are. */
export async function insertMembers(trx: Db, members: readonly BulkMember[]): Promise<void> {
  const rows = members.map(({ login, nickname, nicknameCanonical, nicknameLetters, nicknameInitials, email, createdAt }) => [
    ...[login, login, nickname, nicknameCanonical, nicknameLetters, nicknameInitials, email, email],
    // No hash of anything: nobody can log in as one of them.
    ...['!', createdAt, createdAt, createdAt],
  ])
  const columns = [
    'login, login_canonical, nickname, nickname_canonical, nickname_letters, nickname_initials, email, email_canonical, password_hash',
    'agreed_terms_at, agreed_privacy_at, created_at',
  ].join(', ')
  await insertRows(trx, `IGNORE INTO members (${columns})`, rows)
}

/** Logins of the corpus begin with its mark; ascii_bin order is the order in which they were made. */
export async function listMemberIds(db: Db, first: string, last: string): Promise<number[]> {
  const rows = await db('members').whereBetween('loginCanonical', [first, last]).orderBy('loginCanonical').select<{ id: number }[]>('id')
  return rows.map(({ id }) => id)
}

/** The numbers of the whole run at once: posts that members write meanwhile get later ones. @returns the first */
export async function reserveNumbers(trx: Db, boardId: number, count: number): Promise<number> {
  await trx.raw('INSERT INTO board_numbers (board_id, last_number) VALUES (?, ?) ON DUPLICATE KEY UPDATE last_number = last_number + ?', [
    boardId,
    count,
    count,
  ])
  const row = await trx('board_numbers').where({ boardId }).first<{ lastNumber: number } | undefined>('lastNumber')
  return (row?.lastNumber ?? 0) - count + 1
}

/** @returns the first post's id; the others follow it one by one, which InnoDB promises for an insert of known length */
export async function insertPosts(trx: Db, boardId: number, posts: readonly BulkPost[]): Promise<number> {
  const rows = posts.map(({ number, authorId, title, commentCount, voteCount, viewCount, createdAt, body }) => [
    ...[boardId, number, authorId, title, listExcerpt(body.text), commentCount, commentCount, voteCount, viewCount, createdAt, createdAt],
  ])
  const columns =
    'board_id, number, author_id, title, excerpt, comment_count, last_comment_number, vote_count, view_count, created_at, last_activity_at'
  const firstId = await insertRows(trx, `INTO posts (${columns})`, rows)
  await insertRows(
    trx,
    'INTO post_bodies (post_id, source, html, text, renderer_version)',
    posts.map(({ body }, index) => [firstId + index, body.source, body.html, body.text, body.rendererVersion]),
  )
  await addToBlocks(trx, boardId, posts)
  return firstId
}

const single = { rootId: null, hangs: 0, replyCount: 0 } as const

async function addToBlocks(trx: Db, boardId: number, posts: readonly BulkPost[]): Promise<void> {
  const counts = new Map<string, { list: string; from: number; count: number }>()
  for (const post of posts) {
    const from = blockStart(post.number)
    for (const list of listsOf({
      status: 'visible',
      pinnedAt: null,
      categoryId: null,
      anonymous: 0,
      popularAt: null,
      ...single,
      ...post,
    })) {
      const counted = counts.get(`${list} ${from}`) ?? { list, from, count: 0 }
      counted.count += 1
      counts.set(`${list} ${from}`, counted)
    }
  }
  await insertRows(
    trx,
    'INTO list_blocks (board_id, list, from_rank, listed_count)',
    [...counts.values()].map(({ list, from, count }) => [boardId, list, from, count]),
    'ON DUPLICATE KEY UPDATE listed_count = listed_count + VALUES(listed_count)',
  )
}

/** Votes are people: each a row of its own, as many as the post says. */
export const insertVotes = (trx: Db, votes: readonly [postId: number, memberId: number, at: Date][]) =>
  insertRows(trx, 'INTO post_votes (post_id, member_id, created_at)', votes)

export const insertCommentVotes = (trx: Db, votes: readonly [commentId: number, memberId: number, value: 1, at: Date][]) =>
  insertRows(trx, 'INTO comment_votes (comment_id, member_id, value, created_at)', votes)

/** @returns the first comment's id, as with posts */
export const insertComments = (trx: Db, comments: readonly BulkComment[]): Promise<number> =>
  insertRows(
    trx,
    'INTO comments (post_id, number, parent_id, path, author_id, body, html, renderer_version, vote_count, created_at)',
    comments.map((one) => [
      ...[
        one.postId,
        one.number,
        one.parentId,
        one.path,
        one.authorId,
        one.body,
        one.html,
        one.rendererVersion,
        one.voteCount,
        one.createdAt,
      ],
    ]),
  )

/** A seam: whoever bumps ids by more than one breaks the promise above, and the transaction with it. */
export async function assertIdFollows(trx: Db, table: 'posts' | 'comments', id: number, number: number): Promise<void> {
  const row = await trx(table).where({ id }).first<{ number: number } | undefined>('number')
  if (row?.number !== number) throw new Error(`ids of ${table} do not follow each other on this server`)
}

/** Ids by address, in the order asked; boards that don't exist are missing. */
export async function findBoardIds(db: Db, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await db('boards').whereIn('slug', slugs).select<{ id: number; slug: string }[]>('id', 'slug')
  return new Map(slugs.flatMap((slug) => rows.filter((row) => row.slug === slug).map((row) => [slug, row.id] as const)))
}

export const hasPosts = async (db: Db): Promise<boolean> => (await db('posts').first('id')) !== undefined

/** A server makes its figures of a table by itself, minutes after it was filled: until then it may choose to read it whole. */
export const analyseTables = (db: Db) =>
  db.raw('ANALYZE TABLE posts, post_bodies, comments, comment_votes, comment_buckets, members, list_blocks, post_ranks')
