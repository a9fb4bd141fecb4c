import type { Db } from '../../lib/db/db.ts'
import type { PostFollow } from './post-follows.types.ts'

/** Owns `post_follows`. */

/** A second press of the button finds it there. */
export const addFollow = (db: Db, follow: Omit<PostFollow, 'id'>) => db<PostFollow>('post_follows').insert(follow).onConflict().ignore()

export const removeFollow = (db: Db, at: Pick<PostFollow, 'memberId' | 'postId'>) => db<PostFollow>('post_follows').where(at).delete()
