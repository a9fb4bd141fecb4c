import type { Db } from '../../lib/db/db.ts'
import type { ExtraValues, PostLink } from './post-extras.types.ts'

/** Owns `post_extras` and `post_links`. */

export async function replaceExtraValues(trx: Db, postId: number, fields: ExtraValues): Promise<void> {
  if (Object.keys(fields).length === 0) await trx('post_extras').where({ postId }).delete()
  else
    await trx('post_extras')
      .insert({ postId, fields: JSON.stringify(fields) })
      .onConflict('postId')
      .merge(['fields'])
}

/** A link that stays keeps its clicks. */
export async function replaceLinks(trx: Db, postId: number, urls: readonly string[]): Promise<void> {
  const before: PostLink[] = await trx('post_links').where({ postId }).select('position', 'url', 'clickCount')
  if (before.length === urls.length && before.every(({ url, position }) => urls[position - 1] === url)) return
  await trx('post_links').where({ postId }).delete()
  if (urls.length === 0) return
  const clicks = new Map(before.map(({ url, clickCount }) => [url, clickCount]))
  await trx('post_links').insert(urls.map((url, index) => ({ postId, position: index + 1, url, clickCount: clicks.get(url) ?? 0 })))
}

export const findLink = (db: Db, postId: number, position: number): Promise<PostLink | undefined> =>
  db('post_links').where({ postId, position }).first<PostLink | undefined>('position', 'url', 'clickCount')

export const listLinks = (db: Db, postId: number): Promise<PostLink[]> =>
  db('post_links').where({ postId }).orderBy('position').select('position', 'url', 'clickCount')

export const findExtraFields = async (db: Db, postId: number): Promise<unknown> =>
  (await db('post_extras').where({ postId }).first<{ fields: unknown } | undefined>('fields'))?.fields

export const addClick = (db: Db, postId: number, position: number) =>
  db('post_links').where({ postId, position }).increment('clickCount', 1)
