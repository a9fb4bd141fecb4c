import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Db } from '../../../src/lib/db/db.ts'
import { isDatabaseUnavailable, isDuplicateKey } from '../../../src/lib/db/errors.ts'
import { openDatabase } from '../../../src/lib/db/knex.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'

let db: Db

beforeAll(async () => {
  db = openDatabase(inject('databaseUrl'))
  await db.raw('CREATE TABLE IF NOT EXISTS transaction_probe (id INT PRIMARY KEY, n INT NOT NULL)')
  await db('transaction_probe').delete()
  await db('transaction_probe').insert([
    { id: 1, n: 0 },
    { id: 2, n: 0 },
  ])
})

afterAll(() => db.destroy())

test('two transactions that lock each other out both succeed in the end', async () => {
  const crosswise = (first: number, second: number) =>
    inTransaction(db, async (trx) => {
      await trx('transaction_probe').where({ id: first }).increment('n', 1)
      await trx.raw('SELECT SLEEP(0.05)')
      await trx('transaction_probe').where({ id: second }).increment('n', 1)
    })
  await Promise.all([crosswise(1, 2), crosswise(2, 1)])
  expect(await db('transaction_probe').orderBy('id').pluck('n')).toEqual([2, 2])
})

test('who meets a lock that is held on and on is told within three seconds', async () => {
  const other = openDatabase(inject('databaseUrl'), { poolSize: 1 })
  const holder = await other.transaction()
  await holder('transaction_probe').where({ id: 1 }).increment('n', 0)
  const start = performance.now()
  const error = await inTransaction(db, (trx) => trx('transaction_probe').where({ id: 1 }).increment('n', 1)).catch(
    (caught: unknown) => caught,
  )
  await holder.rollback()
  await other.destroy()
  expect(isDatabaseUnavailable(error)).toBe(true)
  expect(performance.now() - start).toBeLessThan(3_000)
})

test('what a failing transaction wrote is gone, and its error comes through', async () => {
  const failing = inTransaction(db, async (trx) => {
    await trx('transaction_probe').where({ id: 1 }).update({ n: 99 })
    await trx('transaction_probe').insert({ id: 2, n: 0 })
  })
  const error = await failing.catch((caught: unknown) => caught)
  expect(isDuplicateKey(error)).toBe(true)
  expect(await db('transaction_probe').where({ id: 1 }).first()).not.toMatchObject({ n: 99 })
})

test('a statement that hangs ends in time, its connection is not used again', async () => {
  const impatient = openDatabase(inject('databaseUrl'), { poolSize: 1, statementTimeoutMs: 200 })
  const error = await impatient.raw('SELECT SLEEP(3)').catch((caught: unknown) => caught)
  expect(isDatabaseUnavailable(error)).toBe(true)
  const [rows] = await impatient.raw('SELECT 1 AS one')
  expect(rows).toEqual([{ one: 1 }])
  await impatient.destroy()
})

test('a database that is not there counts as unavailable, a mistake in a statement does not', async () => {
  const nowhere = openDatabase('mysql://madang@localhost/madang?socketPath=/nonexistent/mysql.sock')
  expect(isDatabaseUnavailable(await nowhere.raw('SELECT 1').catch((caught: unknown) => caught))).toBe(true)
  await nowhere.destroy()
  expect(isDatabaseUnavailable(await db.raw('SELEKT 1').catch((caught: unknown) => caught))).toBe(false)
})
