import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { type Day, dayOf, shiftDay } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { brokenDays } from '../visits/ledger.policy.ts'
import { listLedger } from '../visits/ledger.read-models.ts'
import { firstOpenDay } from '../visits/visits.policy.ts'
import { recountDay } from '../visits/visits.service.ts'
import { rollUpDay, sumsOfDay } from './roll-up.service.ts'
import { rollUpSpans, sumMonth, sumYear } from './roll-up-spans.service.ts'
import { firstNamedDay, firstOfYear, nextMonth, nextYear } from './spans.policy.ts'
import { countSpeed } from './speed.read-models.ts'
import { findCounted, listCountedDays, listCountedMonths, listRawDays, listSumRows, totalsOf } from './sums.read-models.ts'
import { keptByDay, type Span, type SumRow, sumKinds } from './sums.types.ts'

export interface SumDifference {
  span: Span | 'ledger'
  day: Day
  /** A kind of sums, or a figure of the day. */
  what: string
  kept: string
  counted: string
}

/**
 * Holds every figure against what it is made of: days against their visits where these still exist, months against days, years against months,
 * the ledger against itself. With `fix` what differs is made anew, but for the ledger: what it says stays said.
 */
export async function* checkSums(ctx: AppContext, { fix }: { fix: boolean }): AsyncGenerator<SumDifference> {
  const { zone } = await loadSettings(ctx)
  const now = ctx.clock.now()
  const openFrom = firstOpenDay(now, zone)
  for (const day of await listRawDays(ctx.db, shiftDay(dayOf(now, zone), 1)))
    yield* checkDay(ctx, day, { zone, fix, open: day >= openFrom })
  const months = (await listCountedMonths(ctx.db, openFrom)).filter((month) => nextMonth(month) <= openFrom)
  for (const month of months) yield* checkSpan(ctx, 'month', month, fix)
  const years = [...new Set(months.map(firstOfYear))].filter((year) => nextYear(year) <= openFrom)
  for (const year of years) yield* checkSpan(ctx, 'year', year, fix)
  if (fix) await rollUpSpans(ctx, openFrom)
  yield* checkLedger(ctx)
}

/** Each line against its hash and the day before, and against what is known of its day today. */
async function* checkLedger({ db }: AppContext): AsyncGenerator<SumDifference> {
  const [rows, days] = [await listLedger(db), await listCountedDays(db)]
  const broken = new Set(brokenDays(rows))
  for (const { day, people, pageViews, declaredBots, suspectedBots } of rows) {
    if (broken.has(day)) yield { span: 'ledger', day, what: 'hash', kept: 'another', counted: 'by its line and the day before' }
    const today = days.get(day)
    const figures = { visitors: people, pageViews, declaredBots, suspectedBots }
    for (const [what, kept] of broken.has(day) ? [] : Object.entries(figures)) {
      const counted = today?.[what as keyof typeof figures]
      if (counted !== kept) yield { span: 'ledger', day, what, kept: String(kept), counted: String(counted ?? 'nothing') }
    }
  }
}

/** An open day is still being counted: only its visitors are exact at every moment. */
async function* checkDay(
  ctx: AppContext,
  day: Day,
  { zone, fix, open }: { zone: string; fix: boolean; open: boolean },
): AsyncGenerator<SumDifference> {
  const differences: SumDifference[] = []
  const { rows, figures, persons } = await sumsOfDay(ctx, day, zone)
  const kept = await findCounted(ctx.db, day)
  const compared = open ? { visitors: persons } : { visitors: persons, ...figures }
  for (const [what, counted] of Object.entries(compared)) {
    const had = kept?.[what as keyof typeof kept]
    if (had !== counted) differences.push({ span: 'day', day, what, kept: String(had ?? 'nothing'), counted: String(counted) })
  }
  if (!open) differences.push(...differencesOf('day', day, await listSumRows(ctx.db, 'day', day), rows))
  if (fix && differences.length > 0) {
    await recountDay(ctx, day)
    await rollUpDay(ctx, day, zone)
  }
  yield* differences
}

type Sum = Pick<SumRow, 'kind' | 'boardId' | 'nameId' | 'visitors' | 'views'>

function differencesOf(span: Span, day: Day, kept: readonly Sum[], counted: readonly Sum[]): SumDifference[] {
  const textOf = (sums: readonly Sum[]) =>
    new Map(sums.map((sum) => [`${sum.kind} ${sum.boardId} ${sum.nameId}`, `${sum.visitors} visitors, ${sum.views} views`]))
  const [had, has] = [textOf(kept), textOf(counted)]
  return [...new Set([...had.keys(), ...has.keys()])]
    .filter((key) => had.get(key) !== has.get(key))
    .map((key) => {
      const [kind, boardId, nameId] = key.split(' ')
      const what = `${kind}, ${boardId === '0' ? '' : `board ${boardId}, `}name ${nameId}`
      return { span, day, what, kept: had.get(key) ?? 'nothing', counted: has.get(key) ?? 'nothing' }
    })
}

/** What all names of a kind and board come to; which of them have a row of their own in a longer span is another matter. */
async function* checkSpan(ctx: AppContext, span: 'month' | 'year', day: Day, fix: boolean): AsyncGenerator<SumDifference> {
  const of: Span = span === 'month' ? 'day' : 'month'
  const before = span === 'month' ? nextMonth(day) : nextYear(day)
  const namesGone = span === 'month' && day < firstNamedDay(dayOf(ctx.clock.now(), 'UTC'))
  const differences: SumDifference[] = []
  for (const kind of sumKinds) {
    if (namesGone && !keptByDay.has(kind)) continue
    const [kept, counted] = await inTransaction(ctx.db, async (trx) => [
      await totalsOf(trx, kind, span, day, before),
      await totalsOf(trx, kind, of, day, before),
    ])
    differences.push(...differencesOf(span, day, kept ?? [], counted ?? []))
  }
  differences.push(...(await speedDifferences(ctx, span, day, of, before)))
  if (fix && differences.length > 0 && !namesGone) await (span === 'month' ? sumMonth : sumYear)(ctx, day)
  yield* differences
}

/** How fast pages were has no source but its days: these are kept for ever. */
async function speedDifferences(ctx: AppContext, span: 'month' | 'year', day: Day, of: Span, before: Day): Promise<SumDifference[]> {
  const [kept, counted] = await inTransaction(ctx.db, async (trx) => [
    await countSpeed(trx, span, day, before),
    await countSpeed(trx, of, day, before),
  ])
  const [had, has] = [kept, counted].map(
    (totals) => new Map((totals ?? []).map(({ measure, part, count }) => [`speed, ${measure} of ${part}`, String(count)])),
  )
  return [...new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])]
    .filter((what) => had?.get(what) !== has?.get(what))
    .map((what) => ({ span, day, what, kept: had?.get(what) ?? 'nothing', counted: has?.get(what) ?? 'nothing' }))
}
