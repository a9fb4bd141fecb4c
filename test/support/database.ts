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
  // A visit of the test before may still be on its way to the same rows.
  for (const { name, many } of await filledTables(db)) {
    if (many) await db(name).truncate()
    else await inTransaction(db, (trx) => trx(name).delete())
  }
}

/** One statement looks into all: most tests fill a fifth of them, and asking each in turn took longer than most tests. */
async function filledTables(db: Db): Promise<{ name: string; many: 1 | null }[]> {
  const [tables] = (await db.raw("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) as [Record<string, string>[]]
  const names = tables.flatMap((row) => Object.values(row)[0] ?? []).filter((name) => name !== 'migrations')
  const looks = names.map(() => '(SELECT ? AS name, (SELECT 1 FROM ?? LIMIT 1 OFFSET ?) AS many FROM ?? LIMIT 1)')
  const [filled] = await db.raw(
    looks.join(' UNION ALL '),
    names.flatMap((name) => [name, name, MANY, name]),
  )
  return filled
}
