import type { Db } from '../../lib/db/db.ts'
import { RENDERER_VERSION } from '../../lib/html/markdown.ts'
import type { OwnPage, PageText } from './pages.types.ts'

/** Owns `own_pages`. */

type Row = OwnPage & PageText & { rendererVersion: number }

export const insertPage = (db: Db, page: Omit<Row, 'id'>) => db<Row>('own_pages').insert(page)
export const updatePage = (db: Db, id: number, change: Partial<Row>) => db<Row>('own_pages').where({ id }).update(change)
export const deletePage = (db: Db, id: number) => db<Row>('own_pages').where({ id }).delete()

export const listOlderPages = (db: Db): Promise<number[]> =>
  db<Row>('own_pages').where('rendererVersion', '<', RENDERER_VERSION).pluck('id')
export const holdPage = (trx: Db, id: number): Promise<Row | undefined> => trx<Row>('own_pages').where({ id }).forUpdate().first()
