import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { type Day, shiftDay, startOfDay } from '../../lib/time/zone.ts'
import { nameIdsOf } from '../visits/visit-names.service.ts'
import { setDayFigures } from '../visits/visits.service.ts'
import type { DayFigures } from '../visits/visits.types.ts'
import { addVisit, type WholeVisit } from './add-visit.policy.ts'
import { createDaySums, type DaySums } from './day-sums.policy.ts'
import { activityBetween, commentsBetween, eventsOfDay, hasRows, visitsOfDay } from './raw-visits.read-models.ts'
import { replaceDay } from './sums.repository.ts'
import { activities, type SumRow, WHOLE_SITE } from './sums.types.ts'

/**
 * Computes the sums of a day anew from its rows and puts them in the place of what was known. However often it runs or breaks off, the sums
 * are those of the rows: nothing is ever added to a sum. A day that was counted and has no rows any more (or never had: an imported one)
 * keeps what is known of it.
 */
export async function rollUpDay(ctx: AppContext, day: Day, zone: string): Promise<void> {
  if (!(await hasRows(ctx.db, day))) return
  const { rows, figures } = await sumsOfDay(ctx, day, zone)
  await inTransaction(ctx.db, async (trx) => {
    await replaceDay(trx, day, rows)
    await setDayFigures(trx, day, figures, ctx.clock.now())
  })
}

/** What the rows of a day come to. */
export async function sumsOfDay(
  ctx: AppContext,
  day: Day,
  zone: string,
): Promise<{ rows: DayRow[]; figures: DayFigures; persons: number }> {
  const { sums, figures, persons } = await readDay(ctx, day, zone)
  const named = sums.rows()
  const idOf = await nameIdsOf(
    ctx,
    named.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
  )
  return { rows: named.map(({ name, ...sum }) => ({ ...sum, nameId: typeof name === 'string' ? idOf(name) : name })), figures, persons }
}

export type DayRow = Omit<SumRow, 'span' | 'day'>

/** In one snapshot, so that visits and their pages are of one moment. */
const readDay = (ctx: AppContext, day: Day, zone: string) =>
  ctx.db.transaction(async (trx) => {
    const sums = createDaySums()
    let persons = 0
    const figures: DayFigures = { pageViews: 0, declaredBots: 0, suspectedBots: 0, botViews: 0 }
    for await (const visits of visitsOfDay(trx, day)) {
      for (const visit of visits) {
        addVisit(sums, visit)
        addFigures(figures, visit)
        if (visit.class === 'person') persons += 1
      }
    }
    // A browser tells its screen once a day: each is a visitor. What else happens has no visitors of its own.
    for (const { kind, boardId, nameId, times } of await eventsOfDay(trx, day))
      sums.add(kind, boardId, nameId, kind === 'screen' ? times : 0, times)
    await addActivity(trx, sums, day, zone)
    return { sums, figures, persons }
  })

function addFigures(figures: DayFigures, visit: WholeVisit): void {
  const views = visit.pages.reduce((sum, page) => sum + page.views, 0)
  if (visit.class === 'person') figures.pageViews += views
  else {
    figures.botViews += views
    if (visit.class === 'declared') figures.declaredBots += 1
    else figures.suspectedBots += 1
  }
}

async function addActivity(db: AppContext['db'], sums: DaySums, day: Day, zone: string): Promise<void> {
  const [from, before] = [startOfDay(day, zone), startOfDay(shiftDay(day, 1), zone)]
  for (const { what, boardId, times } of await activityBetween(db, from, before)) {
    sums.add('activity', WHOLE_SITE, activities[what], 0, times)
    if (boardId !== WHOLE_SITE) sums.add('activity', boardId, activities[what], 0, times)
  }
  for (const { postId, boardId, times } of await commentsBetween(db, from, before)) {
    sums.add('post-comments', WHOLE_SITE, postId, 0, times)
    sums.add('post-comments', boardId, postId, 0, times)
  }
}
