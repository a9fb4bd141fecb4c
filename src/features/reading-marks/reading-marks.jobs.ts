import type { AppContext } from '../../context.ts'
import { deleteOldReads, raiseFloorsOverOldReads } from './reading-marks.repository.ts'

/** @returns how many were dropped */
export async function purgeReads(ctx: AppContext, before: Date): Promise<number> {
  await raiseFloorsOverOldReads(ctx.db, before)
  return deleteOldReads(ctx.db, before)
}
