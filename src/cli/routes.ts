import { readConfigOrExit } from '../config/read-or-exit.ts'
import { openContext } from '../open-context.ts'
import { routeTable } from '../routes.ts'
import type { Command } from './command.ts'

export const command: Command = {
  name: 'routes',
  summary: 'list every method, path and who may use it, as JSON lines',
  usage: 'routes',
  async run() {
    // The doors are known without asking the servers: nothing is started for it.
    const nowhere = {
      databaseUrl: 'mysql://nobody@localhost/nothing?socketPath=/nonexistent',
      redisUrl: 'unix:///nonexistent',
      logLevel: 'silent',
    } as const
    const ctx = await openContext({ ...readConfigOrExit(console.error), ...nowhere }, 'routes')
    try {
      for (const door of routeTable(ctx)) console.log(JSON.stringify(door))
      return 0
    } finally {
      await ctx.close()
    }
  },
}
