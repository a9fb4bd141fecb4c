import type { Db } from '../../lib/db/db.ts'
import type { FrontBlock } from './front-blocks.types.ts'

/** Owns `front_blocks`. */

export const insertBlock = (db: Db, block: Omit<FrontBlock, 'id'>) => db<FrontBlock>('front_blocks').insert(block)
export const updateBlock = (db: Db, id: number, change: Partial<FrontBlock>) => db<FrontBlock>('front_blocks').where({ id }).update(change)
export const deleteBlock = (db: Db, id: number) => db<FrontBlock>('front_blocks').where({ id }).delete()
