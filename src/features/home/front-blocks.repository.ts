import type { Db } from '../../lib/db/db.ts'
import { RENDERER_VERSION } from '../../lib/html/markdown.ts'
import type { FrontBlock } from './front-blocks.types.ts'

/** Owns `front_blocks`. */

type Row = FrontBlock & { rendererVersion: number }

export const insertBlock = (db: Db, block: Omit<Row, 'id'>) => db<Row>('front_blocks').insert(block)
export const updateBlock = (db: Db, id: number, change: Partial<Row>) => db<Row>('front_blocks').where({ id }).update(change)
export const deleteBlock = (db: Db, id: number) => db<Row>('front_blocks').where({ id }).delete()

export const listOlderBlocks = (db: Db): Promise<number[]> =>
  db<Row>('front_blocks').where('rendererVersion', '<', RENDERER_VERSION).pluck('id')
export const holdBlock = (trx: Db, id: number): Promise<Row | undefined> => trx<Row>('front_blocks').where({ id }).forUpdate().first()
