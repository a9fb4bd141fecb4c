import { setTimeout as sleep } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { type Day, dayOf, shiftDay } from '../../lib/time/zone.ts'
import { loadSettings } from '../settings/settings.service.ts'
import type { SiteSettings } from '../settings/settings.types.ts'
import { countOnline } from './online.read-models.ts'

export interface VisitNumbers {
  today: number
  yesterday: number
  best: number
  bestDay: Day | null
  total: number
  /** null while nobody knows. */
  online: number | null
}

/** What was summed of the days before yesterday, in the shared memory. */
export const OLDER_DAYS = 'visits:older'

const FRESH_MS = 1_000
/** Readers don't wait longer for a counter; then they see what was last known. */
const PATIENCE_MS = 300

interface Older {
  total: number
  best: number
  bestDay: Day | null
}

/** What this process last knew, and what it is asking for. */
interface Kept {
  known: { day: Day; numbers: VisitNumbers; at: number } | null
  asking: Promise<VisitNumbers> | null
}

/** The counter of every page: a second old at most, and no reason for a page to wait or to fail once its process knows it. */
export async function loadVisitFigures(ctx: AppContext): Promise<VisitNumbers> {
  const kept = ctx.memory.own('visits:figures', (): Kept => ({ known: null, asking: null }))
  const settings = await loadSettings(ctx)
  const day = dayOf(ctx.clock.now(), settings.zone)
  if (kept.known?.day === day && performance.now() - kept.known.at < FRESH_MS) return kept.known.numbers
  kept.asking ??= ask(ctx, kept, day, settings).finally(() => {
    kept.asking = null
  })
  const lastKnown = numbersOn(kept, day)
  if (lastKnown === null) return kept.asking
  return Promise.race([kept.asking.catch(() => lastKnown), sleep(PATIENCE_MS, lastKnown, { ref: false })])
}

async function ask(ctx: AppContext, kept: Kept, day: Day, settings: SiteSettings): Promise<VisitNumbers> {
  const yesterday = shiftDay(day, -1)
  const [older, recent, online] = await Promise.all([
    olderSums(ctx, yesterday, settings.visitCountFrom),
    countsSince(ctx.db, yesterday),
    countOnline(ctx),
  ])
  const counted = (of: Day): DayCount => ({ day: of, visitors: of < settings.visitCountFrom ? 0 : (recent.get(of) ?? 0) })
  const numbers = {
    ...sumUp(withStart(older, settings), counted(yesterday), counted(day)),
    online: online && online.guests + online.members,
  }
  kept.known = { day, numbers, at: performance.now() }
  return numbers
}

type DayCount = { day: Day; visitors: number }

/** A site that moved here brings its total and its best day along. */
const withStart = ({ total, best, bestDay }: Older, settings: SiteSettings): Older => ({
  total: total + settings.visitStartTotal,
  ...(settings.visitStartBest > 0 && settings.visitStartBest >= best
    ? { best: settings.visitStartBest, bestDay: settings.visitStartBestDay || null }
    : { best, bestDay }),
})

/** The earliest of equal days is the best one: it stood until it is beaten. */
function sumUp(older: Older, yesterday: DayCount, today: DayCount): Omit<VisitNumbers, 'online'> {
  let { best, bestDay, total } = older
  for (const { day, visitors } of [yesterday, today]) {
    total += visitors
    if (visitors > best) [best, bestDay] = [visitors, day]
  }
  return { today: today.visitors, yesterday: yesterday.visitors, best, bestDay, total }
}

/** Midnight turns the figures at once, even where nothing can be asked. */
function numbersOn({ known }: Kept, day: Day): VisitNumbers | null {
  if (known === null || known.day === day) return known?.numbers ?? null
  const { numbers } = known
  return { ...numbers, yesterday: shiftDay(known.day, 1) === day ? numbers.today : 0, today: 0, online: null }
}

/** Days before yesterday change where history is imported or corrected: whoever does that forgets `OLDER_DAYS`, and every process asks anew. */
const olderSums = (ctx: AppContext, before: Day, from: Day | ''): Promise<Older> =>
  ctx.memory.get(`${OLDER_DAYS}:${before}:${from}`, () => selectOlder(ctx.db, before, from))

async function selectOlder(db: Db, before: Day, from: Day | ''): Promise<Older> {
  const days = db<DayCount>('visit_days').where('day', '<', before)
  if (from !== '') days.where('day', '>=', from)
  const [sum, best] = await Promise.all([
    days.clone().sum<{ total: number | null }>('visitors as total').first(),
    days.clone().where('visitors', '>', 0).orderBy('visitors', 'desc').orderBy('day').first('day', 'visitors'),
  ])
  return { total: Number(sum?.total ?? 0), best: best?.visitors ?? 0, bestDay: best?.day ?? null }
}

async function countsSince(db: Db, day: Day): Promise<Map<Day, number>> {
  const rows = await db<DayCount>('visit_days').where('day', '>=', day).select('day', 'visitors')
  return new Map(rows.map((row) => [row.day, row.visitors]))
}
