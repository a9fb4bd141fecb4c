import { type AppContext, guest, type Reader, type Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { listMarks, markOnce } from '../../lib/events/job-marks.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { Mail } from '../../lib/mail/mailer.ts'
import { type Day, shiftDay, weekdayOf, zonedParts } from '../../lib/time/zone.ts'
import { listOwnerMailboxes } from '../members/members.read-models.ts'
import { loadSettings } from '../settings/settings.service.ts'
import { siteName } from '../settings/settings.types.ts'
import { areClosed } from '../visits/ledger.read-models.ts'
import { loadStatistics } from './statistics.read-models.ts'
import { weeklyReport } from './weekly-report.view-models.ts'

/** On Mondays, when Sunday is over for good and people are up. */
const HOUR = 8

/** How anything is worded for somebody, whom no request tells. */
type ReaderOf = (viewer: Viewer, locale: Locale, zone: string) => Reader

/**
 * Mails last week's figures to every owner with an address, once: whatever hindered it on Monday, it comes later in the week.
 * @returns how many mails were sent
 */
export async function sendWeeklyReports(ctx: AppContext, readerOf: ReaderOf): Promise<number> {
  const settings = await loadSettings(ctx)
  const now = ctx.clock.now()
  const { day: today, hour } = zonedParts(now, settings.zone)
  const sinceMonday = (weekdayOf(today) + 6) % 7
  if (!settings.visitReport || (sinceMonday === 0 && hour < HOUR)) return 0
  const [from, to] = [shiftDay(today, -sinceMonday - 7), shiftDay(today, -sinceMonday - 1)]
  const owners = await unsent(ctx.db, await listOwnerMailboxes(ctx.db), from)
  // A worker that was off has days to close first: what is told is told for ever.
  if (owners.length === 0 || !(await areClosed(ctx.db, to))) return 0
  const [korean, english] = [readerOf(guest, 'ko', settings.zone), readerOf(guest, 'en', settings.zone)]
  const statistics = await loadStatistics(ctx, korean, 'overview', { from, to, compare: 'before', asCsv: false })
  // Before its first day a site has nothing to tell: it is shown other days than were asked for then.
  if (statistics.range.to !== to || statistics.days.length === 0) return 0
  const base = ctx.config.baseUrl ?? `http://localhost:${ctx.config.port}`
  const report = weeklyReport([korean, english], statistics, { site: siteName(settings, 'ko'), base })
  // A mailbox that takes nothing keeps no other owner from their mail.
  const tries = await Promise.allSettled(owners.map((owner) => sendOnce(ctx, owner, from, report)))
  const failed = tries.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  return tries.filter((each) => each.status === 'fulfilled' && each.value).length
}

interface Mailbox {
  id: number
  email: string
}

const MARK = 'weekly-report'
const markOf = (week: Day, { id }: Mailbox): string => `${week} ${id}`

async function unsent(db: Db, owners: readonly Mailbox[], week: Day): Promise<Mailbox[]> {
  const marks = await listMarks(
    db,
    MARK,
    owners.map((owner) => markOf(week, owner)),
  )
  return owners.filter((owner) => !marks.has(markOf(week, owner)))
}

/** What could not be sent leaves no mark, and is tried again. */
const sendOnce = (ctx: AppContext, owner: Mailbox, week: Day, report: Omit<Mail, 'to'>): Promise<boolean> =>
  inTransaction(ctx.db, async (trx) => {
    if (!(await markOnce(trx, MARK, markOf(week, owner)))) return false
    await ctx.mail.send({ ...report, to: owner.email })
    return true
  })
