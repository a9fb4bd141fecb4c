import type { Db } from './db.ts'

/**
 * Changes of tables that stand already, for migrations. A kill can fall between a change and its note in `migrations`, so each of these leaves
 * out what is there. (MariaDB's own IF NOT EXISTS for columns is unknown to MySQL.)
 */

/** @param columns by name, as it would follow ADD COLUMN */
export async function addColumns(db: Db, table: string, columns: Readonly<Record<string, string>>): Promise<void> {
  const there = await columnsOf(db, table)
  await alter(
    db,
    table,
    Object.entries(columns)
      .filter(([name]) => !there.has(name))
      .map(([name, definition]) => `ADD COLUMN ${name} ${definition}`),
  )
}

export async function dropColumns(db: Db, table: string, columns: readonly string[]): Promise<void> {
  const there = await columnsOf(db, table)
  await alter(
    db,
    table,
    columns.filter((name) => there.has(name)).map((name) => `DROP COLUMN ${name}`),
  )
}

/** @param indexes by name, the columns as they stand between the brackets */
export async function addIndexes(db: Db, table: string, indexes: Readonly<Record<string, string>>): Promise<void> {
  const there = await indexesOf(db, table)
  await alter(
    db,
    table,
    Object.entries(indexes)
      .filter(([name]) => !there.has(name))
      .map(([name, columns]) => `ADD KEY ${name} (${columns})`),
  )
}

export async function dropIndexes(db: Db, table: string, indexes: readonly string[]): Promise<void> {
  const there = await indexesOf(db, table)
  await alter(
    db,
    table,
    indexes.filter((name) => there.has(name)).map((name) => `DROP KEY ${name}`),
  )
}

const indexesOf = (db: Db, table: string): Promise<Set<string>> =>
  namesOf(db, 'SELECT index_name AS name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ?', table)

const columnsOf = (db: Db, table: string): Promise<Set<string>> =>
  namesOf(db, 'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?', table)

async function namesOf(db: Db, sql: string, table: string): Promise<Set<string>> {
  const [rows] = (await db.raw(sql, [table])) as [{ name: string }[]]
  return new Set(rows.map(({ name }) => name))
}

/** One statement, so that the table is copied once. */
async function alter(db: Db, table: string, changes: readonly string[]): Promise<void> {
  if (changes.length > 0) await db.raw(['ALTER TABLE ??', changes.join(', ')].join(' '), [table])
}
