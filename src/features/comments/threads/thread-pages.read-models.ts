import type { Db } from '../../../lib/db/db.ts'
import type { CommentSort } from '../../boards/board-settings.types.ts'
import type { Comment } from '../comments.types.ts'
import { type Bucket, bucketOf, drawnBefore, firstRootOf, lastRootOf, PAGE_SIZE, rootOf, type ThreadPlace } from './thread-pages.types.ts'

/** The buckets that an order needs, as a column beside a row of `posts AS p`: pages of posts ask nothing more for them. */
export const bucketsColumn = (db: Db, sort: CommentSort) =>
  db.raw(
    `(SELECT JSON_ARRAYAGG(JSON_ARRAY(k.best_rank, k.bucket, k.drawn)) FROM comment_buckets AS k
      WHERE k.post_id = p.id AND k.by_votes = ?) AS buckets`,
    [Number(sort === 'best')],
  )

/** MariaDB gives JSON as text. */
export function readBuckets(stored: unknown): Bucket[] {
  const rows = (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? [])) as [number, number, number][]
  return rows.map(([bestRank, bucket, drawn]) => ({ bestRank, bucket, drawn }))
}

export const listBuckets = (db: Db, postId: number, sort: CommentSort): Promise<Bucket[]> =>
  db('comment_buckets')
    .where({ postId, byVotes: Number(sort === 'best') })
    .select<Bucket[]>('bestRank', 'bucket', 'drawn')

/** Ids of one page, with `place`: what counts before the path in the order of threads. Read from indexes alone. */
export function idsOfPage(db: Db, postId: number, sort: CommentSort, place: ThreadPlace): ReturnType<Db['queryBuilder']> {
  if (sort === 'best') return idsByVotes(db, postId, place)
  const threads = db('comments').where({ postId, inThread: 1 })
  const { buckets } = place
  if (buckets && sort === 'oldest') void threads.where('root', '>=', firstRootOf(buckets.first.bucket))
  if (buckets && sort === 'newest') void threads.whereBetween('root', [firstRootOf(buckets.last.bucket), lastRootOf(buckets.first.bucket)])
  return threads
    .orderBy('root', sort === 'newest' ? 'desc' : 'asc')
    .orderBy('path')
    .limit(PAGE_SIZE)
    .offset(place.skip)
    .select('id', db.raw('0 AS on_top'), db.raw(sort === 'newest' ? '-CAST(root AS SIGNED) AS place' : '0 AS place'))
}

/** The roots in their order, then what stands below each: no more of them than comments are passed over and shown. */
function idsByVotes(db: Db, postId: number, { buckets, skip }: ThreadPlace): ReturnType<Db['queryBuilder']> {
  const page = withThreads(db, postId, (roots) => {
    if (buckets) {
      const { bestRank, bucket } = buckets.first
      void roots.where((from) =>
        from.where('bestRank', '>', bestRank).orWhere((same) => same.where({ bestRank }).where('number', '>=', firstRootOf(bucket))),
      )
    }
    void roots.orderBy(['bestRank', 'number']).limit(skip + PAGE_SIZE)
  })
  return page
    .orderBy(['r.bestRank', 'r.number', 't.path'])
    .limit(PAGE_SIZE)
    .offset(skip)
    .select('t.id', db.raw('0 AS on_top'), 'r.bestRank as place') as never
}

/** Roots by their votes, and what is drawn in their threads. */
function withThreads(db: Db, postId: number, choose: (roots: ReturnType<Db>) => void): ReturnType<Db> {
  const roots = db('comments').where({ postId }).whereNotNull('bestRank')
  choose(roots)
  return db
    .from(roots.select('number', 'bestRank').as('r') as never)
    .joinRaw('STRAIGHT_JOIN comments AS t ON t.post_id = ? AND t.in_thread = 1 AND t.root = r.number', [postId]) as never
}

/** How many comments stand above one in the order in which somebody reads: its bucket, and its place in that. */
export async function countBefore(db: Db, postId: number, { path }: Pick<Comment, 'path'>, sort: CommentSort): Promise<number> {
  const root = rootOf(path)
  const buckets = await listBuckets(db, postId, sort)
  const bestRank = sort === 'best' ? await rankOf(db, postId, root) : 0
  const bucket = bucketOf(root)
  // Without buckets all are one.
  const [from, to] = buckets.length > 0 ? [firstRootOf(bucket), lastRootOf(bucket)] : [0, 2 ** 32 - 1]
  const drawn = db('comments').where({ postId, inThread: 1 })
  const others = {
    oldest: () => drawn.where('root', '>=', from).where('root', '<', root),
    newest: () => drawn.where('root', '>', root).where('root', '<=', to),
    best: () =>
      withThreads(db, postId, (roots) => {
        void roots.where((same) => same.where({ bestRank }).where('number', '>=', from).where('number', '<', root))
        if (buckets.length === 0) void roots.orWhere((better) => better.where({ postId }).where('bestRank', '<', bestRank))
      }),
  }
  const above = db('comments').where({ postId, inThread: 1, root }).where('path', '<', path)
  return drawnBefore(buckets, sort, { bestRank, bucket }) + (await count(others[sort]())) + (await count(above))
}

const rankOf = async (db: Db, postId: number, number: number): Promise<number> =>
  (await db('comments').where({ postId, number }).first<{ bestRank: number | null } | undefined>('bestRank'))?.bestRank ?? 0

async function count(rows: ReturnType<Db>): Promise<number> {
  const [row] = (await rows.count({ total: '*' })) as { total: number }[]
  return row?.total ?? 0
}
