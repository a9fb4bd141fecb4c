import { flushCompileCache } from 'node:module'
import { readConfig } from '../../src/config/config.ts'
import { continueMerges } from '../../src/features/console/merge-boards.jobs.ts'
import { flushViews } from '../../src/features/posts/posts.jobs.ts'
import { refreshRanks } from '../../src/features/posts/ranks/ranks.jobs.ts'
import { publishDue } from '../../src/features/posts/scheduled-posts/scheduled-posts.jobs.ts'
import { createLog } from '../../src/lib/log.ts'
import { openContext } from '../../src/open-context.ts'

/** A worker that does one job over and over, to be killed in the middle of it: a child of the test. */
const jobs = { 'flush-views': flushViews, 'merge-boards': continueMerges, 'publish-scheduled': publishDue, 'refresh-ranks': refreshRanks }

const { TEST_CONFIG = '{}', TEST_JOB = '' } = process.env
const ctx = await openContext(readConfig(JSON.parse(TEST_CONFIG) as Record<string, string>), 'worker', {
  log: createLog('silent', 'worker'),
})
process.on('disconnect', () => process.exit(0))
while (!ctx.redis.isReady) await new Promise((wait) => setTimeout(wait, 5))
// For the next of them: this one is killed.
flushCompileCache()
process.send?.('works')
for (;;) {
  await jobs[TEST_JOB as keyof typeof jobs](ctx)
  await new Promise((wait) => setTimeout(wait, 2))
}
