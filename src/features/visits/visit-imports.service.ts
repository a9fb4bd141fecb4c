import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { Conflict, NotFound } from '../../lib/http/errors.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { createOnce, type SubmittedForm } from '../submissions/submissions.service.ts'
import type { HistoryDay } from './history-lines.policy.ts'
import {
  countUndone,
  deleteImportedDays,
  insertImport,
  insertImportedDays,
  lockImport,
  sumImportedDays,
  updateImport,
} from './visit-imports.repository.ts'
import { visitImportPath } from './visits.paths.ts'
import { firstUnclosedDay } from './visits.policy.ts'
import { OLDER_DAYS } from './visits.read-models.ts'

const AT_ONCE = 1_000

/**
 * Takes in days that were counted elsewhere. A day that this site has counted, or that an earlier import brought, stays as it is; a day that is
 * not over is never taken, for it would be counted on top of.
 * @throws Conflict when no day is new
 */
export async function importHistory(ctx: AppContext, form: SubmittedForm, history: readonly HistoryDay[]): Promise<void> {
  const now = ctx.clock.now()
  const before = firstUnclosedDay(now, (await loadSettings(ctx)).zone)
  const days = history.filter(({ day }) => day < before)
  // Who took it back and sends the same form once more means it: only a second click is the first one.
  const content = `${await countUndone(ctx.db)}\n${form.content}`
  await createOnce(ctx, { ...form, content }, async (trx) => {
    const first = days[0]?.day ?? before
    const about = { firstDay: first, lastDay: first, days: 0, visitors: 0 }
    const id = await insertImport(trx, { ...about, importedBy: form.memberId, importedAt: now })
    for (let at = 0; at < days.length; at += AT_ONCE) await insertImportedDays(trx, id, days.slice(at, at + AT_ONCE))
    const taken = await sumImportedDays(trx, id)
    if (Number(taken.days) === 0) throw new Conflict('no day is new')
    await updateImport(trx, id, taken)
    return visitImportPath
  })
  await ctx.memory.forget(OLDER_DAYS)
}

/** Takes out exactly the days that this import brought. @throws NotFound when it is not there, or was taken back before */
export async function undoImport(ctx: AppContext, memberId: number, id: number): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    const found = await lockImport(trx, id)
    if (found === undefined || found.undoneAt !== null) throw new NotFound('no such import')
    await deleteImportedDays(trx, id)
    await updateImport(trx, id, { undoneBy: memberId, undoneAt: ctx.clock.now() })
  })
  await ctx.memory.forget(OLDER_DAYS)
}
