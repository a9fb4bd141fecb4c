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

const ROWS_A_STATEMENT = 500

/** What stands in the tables now. @returns puts it into empty ones again */
export async function rememberRows(db: Db): Promise<() => Promise<void>> {
  const kept: { name: string; rows: object[] }[] = []
  for (const { name } of await filledTables(db)) {
    const [columns] = (await db.raw('SHOW COLUMNS FROM ??', [name])) as [{ Field: string; Extra: string }[]]
    const own = columns.filter(({ Extra }) => !/(STORED|VIRTUAL) GENERATED/.test(Extra)).map(({ Field }) => Field)
    kept.push({ name, rows: (await db(name).select(own)).map(asWritten) })
  }
  return async () => {
    for (const { name, rows } of kept)
      for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) await db(name).insert(rows.slice(from, from + ROWS_A_STATEMENT))
  }
}

/** One server's driver reads JSON as what it means, the other's as text; both write it as text. */
const asWritten = (row: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isJson(value) ? JSON.stringify(value) : value]))

const isJson = (value: unknown) => typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value)
