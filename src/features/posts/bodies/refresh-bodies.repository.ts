import type { Db } from '../../../lib/db/db.ts'
import { RENDERER_VERSION } from '../../../lib/html/markdown.ts'
import type { Post, PostBody } from '../posts.types.ts'
import type { RenderedText } from './render-body.read-models.ts'

export type OlderText = Pick<Post, 'id' | 'authorId' | 'version'> & Pick<PostBody, 'source'>

/** The oldest first, in the order of their index: whatever breaks off begins again where it was, for what is done is older no more. */
export const selectOlderTexts = (db: Db, limit: number): Promise<OlderText[]> =>
  db('post_bodies as b')
    .join('posts as p', 'p.id', 'b.postId')
    .where('b.rendererVersion', '<', RENDERER_VERSION)
    .orderBy(['b.rendererVersion', 'b.postId'])
    .limit(limit)
    .select<OlderText[]>('p.id', 'p.authorId', 'p.version', 'b.source')

/** In the order of ids, so that two such runs can't deadlock. */
export const holdPosts = (trx: Db, ids: readonly number[]): Promise<Post[]> =>
  trx<Post>('posts').whereIn('id', ids).orderBy('id').forUpdate()

/** What lists show of a secret post stays what it is: nothing. */
export async function updateRefreshed(trx: Db, { id, secret }: Pick<Post, 'id' | 'secret'>, { body, looks }: RenderedText): Promise<void> {
  const { html, text, rendererVersion } = body
  await trx('post_bodies').where({ postId: id }).update({ html, text, rendererVersion })
  await trx<Post>('posts')
    .where({ id })
    .update({ ...looks, ...(secret ? { excerpt: '', coverKey: null } : {}) })
}
