import type { Db } from './db.ts'

/** Rejects when the database does not answer. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.raw('SELECT 1')
}

export async function connectionsAllowed(db: Db): Promise<number> {
  const [[row]] = (await db.raw('SELECT @@max_connections AS allowed')) as [[{ allowed: number }]]
  return Number(row.allowed)
}
