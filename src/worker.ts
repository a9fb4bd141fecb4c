import { constants, setPriority } from 'node:os'
import { readConfig } from './config/config.ts'
import { readEnvironment } from './config/env.ts'
import { untilTold } from './lib/process/until-told.ts'
import { openContext } from './open-context.ts'
import { startJobs } from './schedule.ts'

/** The jobs process: mails, derived data, tidying. */
// Nobody waits for a job: on a machine with one core, pages come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const ctx = await openContext(readConfig(readEnvironment()), 'worker')
const told = untilTold(ctx.log)
const jobs = await startJobs(ctx)
ctx.log.info('working')
process.send?.({ ready: true })

const status = await told
await jobs.close()
await ctx.close()
process.exit(status)
