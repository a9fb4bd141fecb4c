import type { Config } from './config.ts'

/** For migrations, commands, and a person who looks in. */
const SPARE = 20

/** What the database must allow: a pool for each web process and for the worker. */
export const connectionsNeeded = ({ webProcesses, databasePool }: Pick<Config, 'webProcesses' | 'databasePool'>): number =>
  (webProcesses + 1) * databasePool + SPARE
