import { readConfig } from './config/config.ts'
import { readEnvironment } from './config/env.ts'
import { untilTold } from './lib/process/until-told.ts'
import { openContext } from './open-context.ts'
import { startJobs } from './schedule.ts'

/** The jobs process: mails, derived data, tidying. */
const ctx = await openContext(readConfig(readEnvironment()), 'worker')
const told = untilTold(ctx.log)
const jobs = await startJobs(ctx)
ctx.log.info('working')
process.send?.({ ready: true })

const status = await told
await jobs.close()
await ctx.close()
process.exit(status)
