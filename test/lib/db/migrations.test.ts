import { randomBytes } from 'node:crypto'
import { afterAll, expect, inject, test } from 'vitest'
import type { Db } from '../../../src/lib/db/db.ts'
import { openDatabase } from '../../../src/lib/db/knex.ts'
import { migrateToLatest } from '../../../src/lib/db/migrations.ts'
import { createLog } from '../../../src/lib/log.ts'

const opened: Db[] = []
const log = createLog('silent', 'test')

async function emptyDatabase(): Promise<string> {
  const name = `madang_migrations_${randomBytes(4).toString('hex')}`
  const server = openDatabase(inject('databaseUrl'))
  await server.raw('CREATE DATABASE ?? CHARACTER SET utf8mb4', [name])
  await server.destroy()
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}

function open(url: string): Db {
  const db = openDatabase(url, { statementTimeoutMs: 60_000 })
  opened.push(db)
  return db
}

afterAll(async () => {
  for (const db of opened) await db.destroy()
})

test('five nodes that start on an empty database at once make one schema, and none fails', async () => {
  const url = await emptyDatabase()
  const ran = await Promise.all(Array.from({ length: 5 }, () => migrateToLatest(open(url), log)))
  const names = ran.flat()
  expect(names.length).toBeGreaterThan(15)
  expect(new Set(names).size).toBe(names.length)
})

test('a node killed between a change and its mark leaves a database that the next start finishes', async () => {
  const url = await emptyDatabase()
  const db = open(url)
  const names = await migrateToLatest(db, log)
  const unmarked = names.filter((name) => /create_members$|widen_posts$|create_post_ranks$/.test(name))
  expect(unmarked).toHaveLength(3)
  await db('migrations').whereIn('name', unmarked).delete()
  await db.raw('DROP TABLE post_ranks')
  expect(await migrateToLatest(db, log)).toEqual(unmarked)
  expect(await db('post_ranks').select()).toEqual([])
})

test('names are camelCase on our side and snake_case in SQL, dates are UTC, days are text', async () => {
  const db = open(await emptyDatabase())
  await migrateToLatest(db, log)
  const createdAt = new Date('2026-03-01T12:34:56.789Z')
  await db('visits').insert({ day: '2026-03-01', visitor: Buffer.alloc(16, 1), anonymousKey: null, createdAt })
  expect(await db('visits').where({ anonymousKey: null }).first('day', 'visitor', 'anonymousKey', 'createdAt')).toEqual({
    day: '2026-03-01',
    visitor: Buffer.alloc(16, 1),
    anonymousKey: null,
    createdAt,
  })
  const [rows] = await db.raw('SELECT created_at, COUNT(*) AS row_count FROM visits GROUP BY created_at')
  expect(rows).toEqual([{ createdAt, rowCount: 1 }])
})
