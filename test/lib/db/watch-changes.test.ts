import { beforeEach, expect, test } from 'vitest'
import { createChangeWatch } from '../../../src/lib/db/watch-changes.ts'

let told: number
let watch: (sql: string) => void
beforeEach(() => {
  told = 0
  watch = createChangeWatch(
    () => {
      told += 1
    },
    new Set(['visits', 'job_marks']),
  )
})

test.each([
  'insert into `posts` (`title`) values (?)',
  'INSERT IGNORE INTO posts (id) VALUES ?',
  'update `posts` set `title` = ?',
  'UPDATE posts AS p JOIN boards AS b ON b.id = p.board_id SET p.x = 1',
  'delete from `posts`',
  'DELETE p FROM posts AS p JOIN visits AS v ON v.id = p.id',
  '  REPLACE INTO settings VALUES (1)',
  'ALTER TABLE posts ADD COLUMN x INT',
])('%s is a change, once it is done', (sql) => {
  watch(sql)
  expect(told).toBe(1)
})

test.each([
  'select * from `posts` for update',
  'insert into `visits` values (1)',
  'INSERT IGNORE INTO visits (day) VALUES ?',
  'update `job_marks` set x = 1',
  'SET SESSION sql_mode = ?',
  "SELECT 'update posts set'",
  'BEGIN;',
  'COMMIT;',
])('%s is none', (sql) => {
  watch(sql)
  expect(told).toBe(0)
})

test('a change in a transaction is one when it is committed, and only then', () => {
  for (const sql of [
    'BEGIN;',
    'select 1',
    'insert into `posts` values (1)',
    'SAVEPOINT a;',
    'update `posts` set x = 1',
    'RELEASE SAVEPOINT a;',
  ])
    watch(sql)
  expect(told).toBe(0)
  watch('COMMIT;')
  expect(told).toBe(1)
  for (const sql of ['BEGIN;', 'insert into `posts` values (1)', 'ROLLBACK;', 'BEGIN;', 'insert into `visits` values (1)', 'COMMIT;'])
    watch(sql)
  expect(told).toBe(1)
  // Back to a savepoint is not the end of it.
  for (const sql of ['BEGIN;', 'insert into `posts` values (1)', 'ROLLBACK TO SAVEPOINT a', 'COMMIT;']) watch(sql)
  expect(told).toBe(2)
})
