import type { z } from 'zod'
import { EnvironmentSchema, secretNames } from './env.schema.ts'
import { type Environment, projectRoot } from './env.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export interface Config {
  port: number
  host: string
  /** On one port. */
  webProcesses: number
  /** Absolute. */
  varDir: string
  /** null: a private server under `varDir`. */
  databaseUrl: string | null
  /** Of servers that copy `databaseUrl`: pages may be read there. */
  databaseReplicaUrls: string[]
  redisUrl: string | null
  /** Connections that each process may open to the database. */
  databasePool: number
  /** Without a slash at its end. null: the address that the reader's request names. */
  baseUrl: string | null
  /** null: the one kept under `varDir`. */
  sessionSecret: string | null
  /** As Express wants it: nobody, a number of proxies, or their addresses. */
  trustProxy: false | number | string[]
  /** How long a shared cache in front may answer guests with what it has. 0: there is none. */
  edgeCacheSeconds: number
  /** null: files lie under `varDir`. */
  storageUrl: string | null
  /** null: each mail is a file under `varDir`. */
  mailUrl: string | null
  logLevel: LogLevel
}

/** Each line names a variable, what was given and what is right. */
export class ConfigError extends Error {
  readonly lines: string[]
  constructor(lines: string[]) {
    super(lines.join('\n'))
    this.name = 'ConfigError'
    this.lines = lines
  }
}

export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.keys(EnvironmentSchema.shape).map((name) => [name, env[name]?.trim() || undefined]))
  const read = EnvironmentSchema.safeParse(given)
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => explain(issue, given)))
  const { data } = read
  if (data.DATABASE_REPLICA_URL.length > 0 && data.DATABASE_URL === null)
    throw new ConfigError([
      'DATABASE_REPLICA_URL is set, but must be left out while DATABASE_URL is: of the private MariaDB there is no copy',
    ])
  if (data.EDGE_CACHE_SECONDS > 0 && data.TRUST_PROXY === false)
    throw new ConfigError([
      'TRUST_PROXY is "false", but must be set where EDGE_CACHE_SECONDS says that a shared cache stands in front: all readers would have its address',
    ])
  return {
    port: data.PORT,
    host: data.HOST,
    webProcesses: data.WEB_PROCESSES,
    varDir: data.VAR_DIR(projectRoot),
    databaseUrl: data.DATABASE_URL,
    databaseReplicaUrls: data.DATABASE_REPLICA_URL,
    redisUrl: data.REDIS_URL,
    databasePool: data.DATABASE_POOL,
    baseUrl: data.BASE_URL,
    sessionSecret: data.SESSION_SECRET,
    trustProxy: data.TRUST_PROXY,
    edgeCacheSeconds: data.EDGE_CACHE_SECONDS,
    storageUrl: data.STORAGE_URL,
    mailUrl: data.MAIL_URL,
    logLevel: data.LOG_LEVEL,
  }
}

function explain(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0])
  return `${name} is ${shown(name, given[name] ?? '')}, but must be ${issue.message}`
}

/** The line ends up on screens and in logs: what is secret in a value stays out of it. */
function shown(name: string, value: string): string {
  if (secretNames.has(name)) return `${value.length} characters long`
  const masked = value.replace(/(\/\/[^/@:]*):[^@]*@/g, '$1:…@')
  return `"${masked.length > 120 ? `${masked.slice(0, 120)}…` : masked}"`
}
