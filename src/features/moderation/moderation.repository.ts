import type { Db } from '../../lib/db/db.ts'
import type { Act } from './moderation.types.ts'

/** Owns `moderation_actions`. */

export const insertAct = (trx: Db, act: Omit<Act, 'id'>) => trx<Act>('moderation_actions').insert(act)

/** Where a post went, its records go. */
export const moveActs = (trx: Db, postIds: readonly number[], boardId: number) =>
  trx<Act>('moderation_actions').whereIn('postId', postIds).update({ boardId })

export const moveActsOfBoard = (trx: Db, from: number, into: number) =>
  trx<Act>('moderation_actions').where({ boardId: from }).update({ boardId: into })
