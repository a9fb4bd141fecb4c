import type { AppContext } from './context.ts'
import { sweepCards } from './features/cards/cards.jobs.ts'
import { continueMerges } from './features/console/merge-boards.jobs.ts'
import { purgeDrafts, purgeKeptForms } from './features/drafts/drafts.jobs.ts'
import { fetchImageCopies } from './features/image-copies/image-copies.jobs.ts'
import { fetchLinkCards } from './features/link-cards/link-cards.jobs.ts'
import { purgeLinkCards } from './features/link-cards/unused-cards.jobs.ts'
import { flushViews, unpinExpired } from './features/posts/posts.jobs.ts'
import { refreshRanks, sweepRanks } from './features/posts/ranks/ranks.jobs.ts'
import { publishDue, purgePublished } from './features/posts/scheduled-posts/scheduled-posts.jobs.ts'
import { purgeReads } from './features/reading-marks/reading-marks.jobs.ts'
import { loadSettings } from './features/settings/settings.service.ts'
import { dropOldNames } from './features/statistics/roll-up-spans.service.ts'
import { rollUpVisits } from './features/statistics/statistics.jobs.ts'
import { sendWeeklyReports } from './features/statistics/weekly-report.jobs.ts'
import { purgeSubmissions } from './features/submissions/submissions.jobs.ts'
import { sweepOrphans } from './features/uploads/uploads.jobs.ts'
import { dropOldVisits, dropUnusedNames } from './features/visits/visit-retention.jobs.ts'
import { closeVisitDays, suspectBots } from './features/visits/visits.jobs.ts'
import { purgeMarks } from './lib/events/job-marks.ts'
import { purgeOutbox, relayOutbox } from './lib/events/relay-outbox.ts'
import type { RunningJobs, ScheduledJob } from './lib/queue/queue.types.ts'
import { runJobs } from './lib/queue/run-jobs.ts'
import { createReaders } from './reader.ts'
import { refreshSomeTexts } from './refresh-texts.ts'
import { isHeard, tellSubscribers } from './subscribers.ts'

const SECOND = 1_000
const DAY = 86_400_000

/** Which job, how often. Hours are the site's: the nightly ones run while its readers sleep. */
export const scheduledJobs = (ctx: AppContext): ScheduledJob[] => [
  {
    name: 'relay-outbox',
    when: { every: SECOND },
    run: () => relayOutbox(ctx, (event, payload) => tellSubscribers(ctx, event, payload), isHeard),
  },
  { name: 'flush-views', when: { every: 15 * SECOND }, run: () => flushViews(ctx) },
  { name: 'fetch-link-cards', when: { every: 3 * SECOND }, run: () => fetchLinkCards(ctx), alone: true },
  { name: 'fetch-image-copies', when: { every: 5 * SECOND }, run: () => fetchImageCopies(ctx), alone: true },
  { name: 'unpin-expired', when: { every: 60 * SECOND }, run: () => unpinExpired(ctx), alone: true },
  { name: 'publish-scheduled', when: { every: 20 * SECOND }, run: () => publishDue(ctx), alone: true },
  { name: 'merge-boards', when: { every: 10 * SECOND }, run: () => continueMerges(ctx) },
  { name: 'refresh-ranks', when: { every: 2 * SECOND }, run: () => refreshRanks(ctx), alone: true },
  { name: 'sweep-ranks', when: { every: 60 * SECOND }, run: () => sweepRanks(ctx), alone: true },
  { name: 'refresh-texts', when: { every: 10 * SECOND }, run: () => refreshSomeTexts(ctx), alone: true },
  { name: 'suspect-bots', when: { every: 120 * SECOND }, run: () => suspectBots(ctx) },
  { name: 'roll-up-visits', when: { every: 60 * SECOND }, run: () => rollUpVisits(ctx), alone: true },
  // Days end by their own clock; a worker that was away in the night does it when it is back.
  { name: 'close-visit-days', when: { every: 600 * SECOND }, run: () => closeVisitDays(ctx), alone: true },
  // A mailbox that refuses is tried for a week, but only once an hour.
  { name: 'weekly-reports', when: { every: 3_600 * SECOND }, run: () => sendWeeklyReports(ctx, createReaders(ctx)), alone: true },
  { name: 'drop-old-names', when: { pattern: '10 5 * * *' }, run: () => dropOldNames(ctx), alone: true },
  { name: 'drop-old-visits', when: { pattern: '15 5 * * *' }, run: () => dropOldVisits(ctx), alone: true },
  { name: 'drop-unused-names', when: { pattern: '20 5 * * 1' }, run: () => dropUnusedNames(ctx), alone: true },
  { name: 'sweep-orphans', when: { pattern: '20 4 * * *' }, run: () => sweepOrphans(ctx) },
  { name: 'purge-link-cards', when: { pattern: '30 4 * * *' }, run: () => purgeLinkCards(ctx) },
  { name: 'sweep-cards', when: { pattern: '35 4 * * *' }, run: () => sweepCards(ctx, daysAgo(ctx, 7)) },
  { name: 'purge-submissions', when: { pattern: '40 4 * * *' }, run: () => purgeSubmissions(ctx) },
  { name: 'purge-drafts', when: { pattern: '42 4 * * *' }, run: () => purgeDrafts(ctx) },
  { name: 'purge-kept-forms', when: { every: 3_600 * SECOND }, run: () => purgeKeptForms(ctx), alone: true },
  { name: 'purge-published', when: { pattern: '42 4 * * *' }, run: () => purgePublished(ctx) },
  { name: 'purge-outbox', when: { pattern: '45 4 * * *' }, run: () => purgeOutbox(ctx.db, daysAgo(ctx, 30)) },
  { name: 'purge-reads', when: { pattern: '55 4 * * *' }, run: () => purgeReads(ctx, daysAgo(ctx, 180)) },
  { name: 'purge-marks', when: { pattern: '50 4 * * *' }, run: () => purgeMarks(ctx.db, daysAgo(ctx, 7)) },
]

const daysAgo = ({ clock }: AppContext, days: number) => new Date(clock.now().getTime() - days * DAY)

/** Starts the jobs of this process; while Redis is away they wait. */
export async function startJobs(ctx: AppContext): Promise<RunningJobs> {
  const { redisUrl } = ctx.config
  if (redisUrl === null) throw new Error('REDIS_URL is set by whoever runs the private servers')
  return runJobs({ redisUrl, log: ctx.log, zone: async () => (await loadSettings(ctx)).zone }, scheduledJobs(ctx))
}
