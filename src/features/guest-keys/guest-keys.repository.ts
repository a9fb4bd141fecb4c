import type { Db } from '../../lib/db/db.ts'
import type { GuestKey } from './guest-keys.types.ts'

/** Owns `guest_keys`. */

export const insertGuestKeys = (trx: Db, keys: readonly GuestKey[]) => trx<GuestKey>('guest_keys').insert([...keys])

export const findGuestKey = (db: Db, postId: number): Promise<GuestKey | undefined> => db<GuestKey>('guest_keys').where({ postId }).first()
