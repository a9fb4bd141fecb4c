import knex from 'knex'
import { databaseAddress } from '../../config/addresses.ts'
import { remembered } from '../cache/remember.ts'
import type { Db } from './db.ts'
import { createChangeWatch } from './watch-changes.ts'

/** A statement that takes longer is a fault of ours or of the server: the page says so within three seconds instead of hanging. */
const STATEMENT_TIMEOUT_MS = 2_500

const SESSION_SETTINGS =
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO', time_zone = '+00:00', innodb_lock_wait_timeout = 2"

export interface DatabaseOptions {
  poolSize?: number
  /** Migrations and bulk loading take their time; pages do not. */
  statementTimeoutMs?: number
  /** Every write is refused by the server, so that one that strayed here shows. */
  readOnly?: boolean
  /** Is told when other connections can see a change of any table but those named. */
  changes?: { tell: () => void; except: ReadonlySet<string> }
}

/** The pool. Names are camelCase in TypeScript and snake_case in SQL, translated here and nowhere else. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Db {
  const { poolSize = 10, statementTimeoutMs = STATEMENT_TIMEOUT_MS, readOnly = false, changes } = options
  return knex({
    client: 'mysql2',
    connection: {
      ...databaseAddress(url),
      charset: 'utf8mb4_unicode_520_ci',
      timezone: 'Z',
      supportBigNumbers: true,
      decimalNumbers: true,
      dateStrings: ['DATE'] as unknown as boolean, // knex's types know only all or none
      connectTimeout: 2_000,
      // None is prepared; the driver makes room for sixteen thousand on each connection, which are 600 KB.
      ...({ maxPreparedStatements: 1 } as object),
    },
    pool: {
      min: 0,
      max: poolSize,
      afterCreate: (connection: Driver, done: (error: Error | null, connection: unknown) => void) => {
        limitStatements(connection, statementTimeoutMs)
        if (changes) watchStatements(connection, createChangeWatch(changes.tell, changes.except))
        connection.query({ sql: SESSION_SETTINGS }, [], (error) => {
          if (error || !readOnly) done(error, connection)
          else connection.query({ sql: 'SET SESSION TRANSACTION READ ONLY' }, [], (refused) => done(refused, connection))
        })
      },
    },
    acquireConnectionTimeout: 2_500,
    // Every failure also rejects its own query: saying it twice on the console helps nobody.
    log: { warn() {}, error() {}, deprecate() {}, debug() {} },
    wrapIdentifier: (name, quote) => (name === '*' ? name : quote(toSnake(name))),
    postProcessResponse: (result) => toCamelRows(result),
  })
}

interface Driver {
  query(options: { sql: string; timeout?: number }, values: unknown, done: (error: Error | null, ...rest: unknown[]) => void): unknown
  destroy(): void
}

/** The driver leaves a connection whose statement timed out in the pool, still waiting for that answer: here it is destroyed. */
function limitStatements(connection: Driver, timeout: number): void {
  const query = connection.query.bind(connection)
  connection.query = (options, values, done) =>
    query({ timeout, ...options }, values, (error, ...rest) => {
      if ((error as { code?: string } | null)?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy()
      done(error, ...rest)
    })
}

/** Down here passes every statement there is, COMMIT included, whoever wrote it: none can be forgotten. */
function watchStatements(connection: Driver, watch: (sql: string) => void): void {
  const query = connection.query.bind(connection)
  connection.query = (options, values, done) =>
    query(options, values, (error, ...rest) => {
      // One that failed may have been done all the same: its answer got lost.
      watch(options.sql)
      done(error, ...rest)
    })
}

/** Tables, columns and aliases: as many as the code has. */
const NAMES_KEPT = 5_000
const toSnake = remembered(NAMES_KEPT, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
const toCamel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function toCamelRows(result: unknown): unknown {
  if (!Array.isArray(result)) return toCamelRow(result)
  // A raw statement answers [rows, fields]; a built one answers rows.
  return result.map((row) => (Array.isArray(row) ? row.map(toCamelRow) : toCamelRow(row)))
}

/** Columns as the driver names them. */
const camelNames = new Map<string, string>()

function toCamelRow(row: unknown): unknown {
  if (row === null || typeof row !== 'object' || row instanceof Date || Buffer.isBuffer(row) || 'affectedRows' in row) return row
  const camel: Record<string, unknown> = {}
  // Each of the driver's rows has its columns and nothing else.
  for (const name in row) {
    let to = camelNames.get(name)
    if (to === undefined) {
      to = toCamel(name)
      camelNames.set(name, to)
    }
    camel[to] = (row as Record<string, unknown>)[name]
  }
  return camel
}
