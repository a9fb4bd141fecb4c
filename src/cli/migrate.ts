import type { Config } from '../config/config.ts'
import { openDatabase } from '../lib/db/knex.ts'
import { migrateToLatest } from '../lib/db/migrations.ts'
import { createLog } from '../lib/log.ts'
import type { Command } from './command.ts'
import { withServers } from './with-servers.ts'

/** Changes of large tables take their time. */
const STATEMENT_TIMEOUT_MS = 60 * 60_000

/** @returns the names of the migrations that ran */
export async function migrate(config: Config & { databaseUrl: string }): Promise<string[]> {
  const db = openDatabase(config.databaseUrl, { poolSize: 2, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
  try {
    return await migrateToLatest(db, createLog('silent', 'migrate'))
  } finally {
    await db.destroy()
  }
}

export const command: Command = {
  name: 'migrate',
  summary: 'bring the database to this version (npm start does it by itself)',
  usage: 'migrate',
  run: () =>
    withServers('migrate', async (config) => {
      const ran = await migrate(config)
      console.log(ran.length === 0 ? 'The database is up to date.' : ran.map((name) => `ran ${name}`).join('\n'))
      return 0
    }),
}
