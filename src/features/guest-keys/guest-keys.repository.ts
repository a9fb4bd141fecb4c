import type { Db } from '../../lib/db/db.ts'
import type { GuestCommentKey, GuestKey } from './guest-keys.types.ts'

/** Owns `guest_keys` and `guest_comment_keys`. */

export const insertGuestKeys = (trx: Db, keys: readonly GuestKey[]) => trx<GuestKey>('guest_keys').insert([...keys])

export const insertGuestCommentKeys = (trx: Db, keys: readonly GuestCommentKey[]) =>
  trx<GuestCommentKey>('guest_comment_keys').insert([...keys])

export const findGuestKey = (db: Db, postId: number): Promise<GuestKey | undefined> => db<GuestKey>('guest_keys').where({ postId }).first()

export const findGuestCommentKey = (db: Db, commentId: number): Promise<GuestCommentKey | undefined> =>
  db<GuestCommentKey>('guest_comment_keys').where({ commentId }).first()
