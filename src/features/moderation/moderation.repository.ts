import type { Db } from '../../lib/db/db.ts'
import type { Act } from './moderation.types.ts'

/** Owns `moderation_actions`. */

export const insertAct = (trx: Db, act: Omit<Act, 'id'>) => trx<Act>('moderation_actions').insert(act)
