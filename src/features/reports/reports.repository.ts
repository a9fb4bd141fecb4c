import type { Db } from '../../lib/db/db.ts'
import type { Report } from './reports.types.ts'

/** Owns `reports`. */

type Target = Pick<Report, 'postId' | 'commentId'>

export const findReport = (db: Db, at: Target & Pick<Report, 'reporterId'>): Promise<Pick<Report, 'id'> | undefined> =>
  db<Report>('reports').where(at).first('id')

/** The second of two is the first. */
export const insertReport = (db: Db, report: Omit<Report, 'id' | 'closedAt' | 'closedBy' | 'outcome' | 'isOpen'>) =>
  db<Report>('reports').insert(report).onConflict().ignore()

/** @returns how many were open */
export const closeReports = (trx: Db, at: Target, close: Pick<Report, 'closedAt' | 'closedBy' | 'outcome'>): Promise<number> =>
  trx<Report>('reports')
    .where({ ...at, isOpen: 1 })
    .update(close)
