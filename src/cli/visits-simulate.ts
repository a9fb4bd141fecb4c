import { parseArgs } from 'node:util'
import { simulateVisits } from '../corpus/visits/simulate-visits.ts'
import { deleteVisits, hasVisits } from '../corpus/visits/simulated-visits.repository.ts'
import { loadSettings } from '../features/settings/settings.service.ts'
import { openDatabase } from '../lib/db/knex.ts'
import { type Command, CommandError } from './command.ts'
import { withContext } from './with-context.ts'

/** Thousands of rows on a disk that is busy with others. */
const STATEMENT_TIMEOUT_MS = 10 * 60_000

export const command: Command = {
  name: 'visits:simulate',
  summary: 'fill the statistics of a trial site with made-up visitors: weeks, seasons, a viral day, an outage, bots',
  usage: `visits:simulate [--days 400] [--visitors 1000] [--zone ZONE] [--raw-days 0] [--raw-visitors N] [--seed 1] [--replace]

  --days           how many, today included
  --visitors       of a usual day
  --zone           where midnight is; without it: the site's own
  --raw-days       so many of the last days get single visits too, which are then added up as real ones are
  --raw-visitors   on each of these days; without it: as many as --visitors, 20,000 at most
  --seed           the same number draws the same traffic
  --replace        also on a site that has counted visits: all of them are lost, and the ledger`,
  run(args) {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args,
      options: { days: text, visitors: text, zone: text, seed: text, 'raw-days': text, 'raw-visitors': text, replace: { type: 'boolean' } },
    })
    const visitors = wholeNumber('visitors', values.visitors ?? '1000', 1)
    const plan = {
      visitors,
      days: wholeNumber('days', values.days ?? '400', 1),
      seed: wholeNumber('seed', values.seed ?? '1', 0),
      rawDays: wholeNumber('raw-days', values['raw-days'] ?? '0', 0),
      rawVisitors: wholeNumber('raw-visitors', values['raw-visitors'] ?? String(Math.min(visitors, 20_000)), 1),
    }
    if (plan.days > 40_000) throw new CommandError('--days is 40000 at most.')
    if (values.zone !== undefined && !isZone(values.zone)) throw new CommandError(`There is no zone "${values.zone}".`)
    return withContext('visits:simulate', async (ctx) => {
      if (await hasVisits(ctx.db)) {
        if (!values.replace) throw new CommandError('This site has counted visitors. To lose them all to made-up ones, add --replace.')
        await deleteVisits(ctx.db)
      }
      const zone = values.zone ?? (await loadSettings(ctx)).zone
      const db = openDatabase(ctx.config.databaseUrl ?? '', { poolSize: 4, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
      try {
        const started = performance.now()
        const days = await simulateVisits({ ...ctx, db }, { ...plan, zone }, (day) => {
          if (day.endsWith('-12-31')) console.log(`… ${day.slice(0, 4)} done after ${((performance.now() - started) / 1000).toFixed(0)} s`)
        })
        console.log(`Simulated ${days} days in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
        return 0
      } finally {
        await db.destroy()
      }
    })
  },
}

function wholeNumber(name: string, value: string, least: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least)
    throw new CommandError(`--${name} is a whole number from ${least}, not "${value}".`)
  return Number(value)
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}
