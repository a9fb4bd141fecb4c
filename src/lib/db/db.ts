import type { Knex } from 'knex'

/** A pool or a transaction: every repository and read-model function takes one, first. */
export type Db = Knex
