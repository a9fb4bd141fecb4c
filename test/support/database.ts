import type { Db } from '../../src/lib/db/db.ts'
import { openDatabase } from '../../src/lib/db/knex.ts'
import { migrateToLatest } from '../../src/lib/db/migrations.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { createLog } from '../../src/lib/log.ts'

const MIGRATION_TIMEOUT_MS = 60_000

/** Each vitest worker has a database of its own on the run's server: tests commit for real, so that locks and races are real. */
export async function workerDatabase(serverUrl: string, name: string): Promise<string> {
  const server = openDatabase(serverUrl, { poolSize: 1 })
  await server.raw('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci', [name])
  await server.destroy()
  const url = withDatabase(serverUrl, name)
  const db = openDatabase(url, { poolSize: 1, statementTimeoutMs: MIGRATION_TIMEOUT_MS })
  await migrateToLatest(db, createLog('silent', 'test'))
  await db.destroy()
  return url
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** More are not deleted one by one: on a server that keeps its promises that takes longer than a statement may. */
const MANY = 5_000

/** Empty tables before each test. DELETE, not TRUNCATE, where few rows are: on small tables it is a hundred times quicker. */
export async function emptyTables(db: Db): Promise<void> {
  const [rows] = (await db.raw(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'migrations'",
  )) as [{ name: string }[]]
  // A visit of the test before may still be on its way to the same rows.
  for (const { name } of rows) {
    const [many] = await db(name).select(db.raw('1')).limit(1).offset(MANY)
    if (many) await db(name).truncate()
    else await inTransaction(db, (trx) => trx(name).delete())
  }
}
