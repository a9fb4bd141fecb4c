import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { NotFound } from '../../lib/http/errors.ts'
import type { Day } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { type HistoryDay, MOST_LINES, readHistory, type WrongLine } from './history-lines.policy.ts'
import type { LeftOut, VisitImport } from './visit-imports.types.ts'
import { firstUnclosedDay } from './visits.policy.ts'

const SHOWN = 50

export type ImportRow = VisitImport & { nickname: string | null }

const imports = (db: Db) =>
  db('visit_imports as i').leftJoin('members as m', 'm.id', 'i.importedBy').select<ImportRow[]>('i.*', 'm.nickname').orderBy('i.id', 'desc')

/** Newest first. */
export const listImports = (db: Db): Promise<ImportRow[]> => imports(db).limit(SHOWN)

/** @throws NotFound when there is none that can be taken back */
export async function loadImport(db: Db, id: number): Promise<ImportRow> {
  const [found] = await imports(db).where('i.id', id).whereNull('i.undoneAt')
  if (found === undefined) throw new NotFound('no such import')
  return found
}

/** A history as it would be taken in. */
export interface GivenHistory {
  wrong: WrongLine[]
  /** Days that are new, oldest first. */
  fresh: HistoryDay[]
  /** The others, by the reason why they are left out. */
  left: ReadonlyMap<LeftOut, Day[]>
}

/** null for one that is too long to be read. */
export async function readGivenHistory(ctx: AppContext, text: string): Promise<GivenHistory | null> {
  const { days, wrong } = readHistory(text)
  return days.length + wrong.length > MOST_LINES ? null : { wrong, ...(await sortHistory(ctx, days)) }
}

/** Which days of a history would be new, and why the others are left out. */
async function sortHistory(ctx: AppContext, history: readonly HistoryDay[]) {
  const before = firstUnclosedDay(ctx.clock.now(), (await loadSettings(ctx)).zone)
  const [first, last] = [history[0]?.day ?? before, history.at(-1)?.day ?? before]
  const there = await ctx
    .db('visit_days')
    .whereBetween('day', [first, last])
    .select<{ day: Day; importId: number | null }[]>('day', 'importId')
  const importOf = new Map(there.map(({ day, importId }) => [day, importId]))
  const left = new Map<LeftOut, Day[]>()
  const fresh = history.filter(({ day }) => {
    const why = day >= before ? 'open' : !importOf.has(day) ? null : importOf.get(day) === null ? 'counted' : 'imported'
    if (why !== null) left.set(why, [...(left.get(why) ?? []), day])
    return why === null
  })
  return { fresh, left }
}
