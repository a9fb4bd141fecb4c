import { parseArgs } from 'node:util'
import { loadSettings } from '../features/settings/settings.service.ts'
import { checkSums } from '../features/statistics/check-sums.service.ts'
import { countSourceless } from '../features/statistics/sums.read-models.ts'
import { dayOf, shiftDay } from '../lib/time/zone.ts'
import type { Command } from './command.ts'
import { withContext } from './with-context.ts'

export const command: Command = {
  name: 'visits:check',
  summary: 'hold the visitor counter and its statistics against what they are made of; --fix makes them anew',
  usage: `visits:check [--fix]

  --fix   makes sums that differ anew; the ledger of closed days is never changed

Exit status 1: something differed and was not made anew.`,
  run(args) {
    const { fix } = parseArgs({ args, options: { fix: { type: 'boolean', default: false } } }).values
    return withContext('visits:check', async (ctx) => {
      let [differences, ofLedger] = [0, 0]
      for await (const { span, day, what, kept, counted } of checkSums(ctx, { fix })) {
        differences += 1
        if (span === 'ledger') ofLedger += 1
        console.log(`${span} ${day}, ${what}: kept ${kept}, counted ${counted}${fix && span !== 'ledger' ? ', made anew' : ''}`)
      }
      const { zone } = await loadSettings(ctx)
      const sourceless = await countSourceless(ctx.db, shiftDay(dayOf(ctx.clock.now(), zone), 1))
      if (sourceless > 0) console.log(`${sourceless} days have no single visits (any more, or imported): they were not counted anew.`)
      console.log(differences === 0 ? 'All sums are right.' : `${differences} ${differences === 1 ? 'sum was' : 'sums were'} wrong.`)
      return (fix ? ofLedger : differences) > 0 ? 1 : 0
    })
  },
}
