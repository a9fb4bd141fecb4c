import type { Db } from '../../lib/db/db.ts'
import type { OwnPage, PageText } from './pages.types.ts'

/** Owns `own_pages`. */

type Row = OwnPage & PageText

export const insertPage = (db: Db, page: Omit<Row, 'id'>) => db<Row>('own_pages').insert(page)
export const updatePage = (db: Db, id: number, change: Partial<Row>) => db<Row>('own_pages').where({ id }).update(change)
export const deletePage = (db: Db, id: number) => db<Row>('own_pages').where({ id }).delete()
