import type { Db } from '../../lib/db/db.ts'
import type { CardFacts, LinkCardRow } from './link-cards.types.ts'

/** Owns `link_cards` and `link_card_posts`. */

/** Which addresses a post shows as cards; in one order, so that two that write the same ones wait and don't deadlock. */
export async function replaceUses(trx: Db, postId: number, hashes: readonly string[]): Promise<void> {
  await trx('link_card_posts').where({ postId }).whereNotIn('urlHash', hashes).delete()
  const rows = [...hashes].sort().map((urlHash) => ({ postId, urlHash }))
  if (rows.length > 0) await trx('link_card_posts').insert(rows).onConflict().ignore()
}

type NewCard = Pick<LinkCardRow, 'urlHash' | 'url'>

/** Those that nobody has asked for yet are asked for as soon as may be; so are those of which only old news is known. */
export async function wantCards(trx: Db, cards: readonly NewCard[], now: Date, staleBefore: Date): Promise<void> {
  if (cards.length === 0) return
  const rows = [...cards].sort((one, other) => (one.urlHash < other.urlHash ? -1 : 1))
  await trx<LinkCardRow>('link_cards')
    .insert(rows.map((card) => ({ ...card, dueAt: now, createdAt: now })))
    .onConflict()
    .ignore()
  await trx<LinkCardRow>('link_cards')
    .whereIn(
      'urlHash',
      rows.map(({ urlHash }) => urlHash),
    )
    .whereNull('dueAt')
    .where((old) => old.where('triedAt', '<', staleBefore).orWhere('status', 'waiting'))
    .update({ dueAt: now, failures: 0 })
}

export const selectDue = (db: Db, now: Date, limit: number): Promise<LinkCardRow[]> =>
  db<LinkCardRow>('link_cards').where('dueAt', '<=', now).orderBy('dueAt').limit(limit)

/** Of several workers that saw it due, the one that moves the time has it; if that worker dies, it is due again then. */
export const holdCard = async (db: Db, { urlHash, dueAt }: LinkCardRow, until: Date): Promise<boolean> =>
  (await db<LinkCardRow>('link_cards').where({ urlHash, dueAt }).update({ dueAt: until })) === 1

export const saveCard = (db: Db, urlHash: string, facts: CardFacts, now: Date) =>
  db<LinkCardRow>('link_cards')
    .where({ urlHash })
    .update({ ...facts, status: 'ready', dueAt: null, triedAt: now, fetchedAt: now, failures: 0 })

/** Nobody may be asked for it now. */
export const releaseCard = (db: Db, urlHash: string) => db<LinkCardRow>('link_cards').where({ urlHash }).update({ dueAt: null })

/** What was known of it before stays. */
export const saveFailure = (db: Db, { urlHash, status }: LinkCardRow, failures: number, now: Date, dueAt: Date | null) =>
  db<LinkCardRow>('link_cards')
    .where({ urlHash })
    .update({ failures, dueAt, triedAt: now, ...(status === 'waiting' && dueAt === null ? { status: 'none' } : {}) })

export const selectPostsWith = async (db: Db, urlHash: string, after: number, limit: number): Promise<number[]> =>
  (
    await db<{ postId: number; urlHash: string }>('link_card_posts')
      .where({ urlHash })
      .where('postId', '>', after)
      .orderBy('postId')
      .limit(limit)
  ).map(({ postId }) => postId)

const unused = (db: Db) => db('link_cards as c').whereNotExists(db('link_card_posts as p').whereRaw('p.url_hash = c.url_hash'))

export const selectUnused = (db: Db, limit: number): Promise<Pick<LinkCardRow, 'urlHash' | 'imageKey'>[]> =>
  unused(db).limit(limit).select('c.urlHash', 'c.imageKey')

/** @returns false when a post has taken it in the meantime */
export const deleteUnused = async (db: Db, urlHash: string): Promise<boolean> =>
  (await db('link_cards').where({ urlHash }).whereNotExists(db('link_card_posts').where({ urlHash })).delete()) === 1

export const selectKnownKeys = async (db: Db, imageKeys: readonly string[]): Promise<Set<string | null>> =>
  new Set((await db<LinkCardRow>('link_cards').whereIn('imageKey', imageKeys).select('imageKey')).map(({ imageKey }) => imageKey))
