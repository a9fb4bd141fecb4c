import type { Db } from '../../../lib/db/db.ts'
import { COMMON, RELATED_KEPT, type Related, type WordCount } from './related.types.ts'

/** Owns `post_words` and `related_posts`. Every statement reads a bounded stretch of an index, however large the board. */

interface WordRow {
  boardId: number
  word: string
  postId: number
}

interface RelatedRow {
  postId: number
  relatedId: number
  score: number
}

export async function replaceWords(trx: Db, post: { id: number; boardId: number }, words: readonly string[]): Promise<void> {
  const kept: WordRow[] = await trx<WordRow>('post_words').where({ postId: post.id })
  const isWanted = ({ boardId, word }: WordRow) => boardId === post.boardId && words.includes(word)
  const missing = words.filter((word) => !kept.some((row) => row.word === word && isWanted(row)))
  // By key alone: who deletes where nothing is locks the gap, and all who write nearby.
  for (const row of kept) if (!isWanted(row)) await trx<WordRow>('post_words').where(row).delete()
  if (missing.length > 0) await trx<WordRow>('post_words').insert(missing.map((word) => ({ boardId: post.boardId, word, postId: post.id })))
}

/** Counted only as far as it matters. */
export const countWords = (db: Db, boardId: number, words: readonly string[]): Promise<WordCount[]> =>
  db
    .from(
      db
        .queryBuilder()
        .unionAll(
          words.map((word) => db('post_words').where({ boardId, word }).limit(COMMON).select('word')),
          true,
        )
        .as('seen'),
    )
    .groupBy('word')
    .select<WordCount[]>('word', db.raw('COUNT(*) AS posts'))

/** The newest posts that have one of them. */
export const listPostsWith = (db: Db, boardId: number, words: readonly string[]): Promise<{ word: string; postId: number }[]> =>
  db.from(
    db
      .queryBuilder()
      .unionAll(
        words.map((word) => db('post_words').where({ boardId, word }).orderBy('postId', 'desc').limit(COMMON).select('word', 'postId')),
        true,
      )
      .as('found'),
  )

/** Both ways: the older posts learn of the new one, and each keeps its nearest. */
export async function keepRelated(trx: Db, postId: number, related: readonly Related[]): Promise<void> {
  await forgetRelated(trx, postId)
  if (related.length === 0) return
  const rows = related.flatMap(({ postId: relatedId, score }) => [
    { postId, relatedId, score },
    { postId: relatedId, relatedId: postId, score },
  ])
  await trx('related_posts').insert(rows).onConflict().merge(['score'])
  for (const { postId: other } of related) await keepNearest(trx, other)
}

/** Neither in its own list nor in anybody's. */
export async function forgetRelated(trx: Db, postId: number): Promise<void> {
  const rows: RelatedRow[] = [
    ...(await trx<RelatedRow>('related_posts').where({ postId })),
    ...(await trx<RelatedRow>('related_posts').where({ relatedId: postId })),
  ]
  for (const { score, ...row } of rows) await trx<RelatedRow>('related_posts').where(row).delete()
}

async function keepNearest(trx: Db, postId: number): Promise<void> {
  const far: { relatedId: number }[] = await trx('related_posts')
    .where({ postId })
    .orderBy([
      { column: 'score', order: 'desc' },
      { column: 'relatedId', order: 'desc' },
    ])
    .offset(RELATED_KEPT)
    .limit(RELATED_KEPT)
    .select('relatedId')
  if (far.length === 0) return
  const ids = far.map(({ relatedId }) => relatedId)
  await trx('related_posts').where({ postId }).whereIn('relatedId', ids).delete()
}
