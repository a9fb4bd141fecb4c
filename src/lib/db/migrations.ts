import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Logger } from '../log.ts'
import type { Db } from './db.ts'

/**
 * One change of the schema. DDL commits by itself, so a kill can fall between two statements: every migration is one statement,
 * or statements that may each run twice (IF NOT EXISTS).
 */
export interface Migration {
  up(db: Db): Promise<void>
}

const LOCK_SECONDS = 120

/** Where this module is loaded from decides which migrations belong to it. */
export const migrationsDir = join(import.meta.dirname, '../../../migrations')

/**
 * Brings the schema to this version. Nodes that start at once wait for each other by GET_LOCK, which the server frees when its holder dies.
 * @returns the names that ran here
 */
export async function migrateToLatest(db: Db, log: Logger, dir = migrationsDir): Promise<string[]> {
  return db.transaction(async (connection) => {
    const lock = `madang.migrate.${await databaseName(connection)}`.slice(0, 64)
    const [rows] = (await connection.raw('SELECT GET_LOCK(?, ?) AS got', [lock, LOCK_SECONDS])) as [{ got: number }[]]
    if (rows[0]?.got !== 1) throw new Error(`another node has been migrating for ${LOCK_SECONDS} s`)
    try {
      return await runMissing(connection, log, dir)
    } finally {
      await connection.raw('SELECT RELEASE_LOCK(?)', [lock])
    }
  })
}

async function runMissing(db: Db, log: Logger, dir: string): Promise<string[]> {
  await db.raw(
    'CREATE TABLE IF NOT EXISTS migrations (name VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, ran_at DATETIME(3) NOT NULL)',
  )
  const done = new Set((await db<{ name: string }>('migrations').select('name')).map((row) => row.name))
  const missing = (await readdir(dir))
    .filter((file) => /^\d{8}_\d{4}_\w+\.ts$/.test(file))
    .sort()
    .map((file) => file.slice(0, -3))
    .filter((name) => !done.has(name))
  for (const name of missing) {
    const { up } = (await import(pathToFileURL(join(dir, `${name}.ts`)).href)) as Migration
    await up(db)
    await db.raw('INSERT INTO migrations (name, ran_at) VALUES (?, UTC_TIMESTAMP(3))', [name])
    log.info({ migration: name }, 'migrated')
  }
  return missing
}

async function databaseName(db: Db): Promise<string> {
  const [rows] = (await db.raw('SELECT DATABASE() AS name')) as [{ name: string }[]]
  return rows[0]?.name ?? ''
}
