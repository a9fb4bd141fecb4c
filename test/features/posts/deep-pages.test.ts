import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { loadListPage, loadSurroundings } from '../../../src/features/posts/posts.read-models.ts'
import { loadShownPost } from '../../../src/features/posts/shown-post.read-models.ts'
import type { Db } from '../../../src/lib/db/db.ts'
import { aBoard } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const POSTS = 5_000

async function fill(db: Db, board: Board): Promise<void> {
  const createdAt = new Date()
  const rows = Array.from({ length: POSTS }, (_, index) => ({
    boardId: board.id,
    number: index + 1,
    title: `${index + 1}번째 글`,
    createdAt,
  }))
  for (let from = 0; from < POSTS; from += 1_000) await db('posts').insert(rows.slice(from, from + 1_000))
  await db.raw('INSERT INTO post_bodies (post_id, source, html, text, renderer_version) SELECT id, ?, ?, ?, 1 FROM posts', ['', '', ''])
  await db.raw(
    "INSERT INTO list_blocks (board_id, list, from_rank, listed_count) SELECT board_id, 'newest', number - number % 1024, COUNT(*) FROM posts GROUP BY 1, 2, 3",
  )
  await db.raw('ANALYZE TABLE posts, list_blocks')
}

/** Rows that the engine touched for `work`, on one connection. */
async function rowsRead(db: Db, work: (connection: Db) => Promise<unknown>): Promise<number> {
  const read = async (connection: Db) => {
    const [rows] = (await connection.raw("SHOW SESSION STATUS LIKE 'Handler_read%'")) as [{ variableName: string; value: string }[]]
    return rows.reduce((sum, row) => sum + Number(Object.values(row)[1]), 0)
  }
  return db.transaction(async (connection) => {
    const before = await read(connection)
    await work(connection)
    // SHOW STATUS itself reads its own rows: the same number each time, small beside a block.
    return (await read(connection)) - before
  })
}

test('the last page of a long list touches one block of it at most, and so does a post page in the middle', async () => {
  const board = await aBoard(site, { slug: 'free' })
  await fill(site.ctx.db, board)
  const last = POSTS / board.pageSize
  const list = await loadListPage(site.ctx.db, board, last)
  expect(list?.rows.map(({ number }) => number).slice(-3)).toEqual([3, 2, 1])
  const atTheEnd = await rowsRead(site.ctx.db, (connection) => loadListPage(connection, board, last))
  expect(atTheEnd).toBeLessThan(2_000)
  const inTheMiddle = await rowsRead(site.ctx.db, (connection) =>
    loadShownPost({ ...site.ctx, db: connection }, guest, board, 2_500).then((post) => loadSurroundings(connection, board, post)),
  )
  expect(inTheMiddle).toBeLessThan(2_000)
})

test('a post page finds the very page of the list on which the post stands', async () => {
  const board = await aBoard(site, { slug: 'free', pageSize: 7 })
  await fill(site.ctx.db, board)
  for (const number of [5_000, 4_994, 4_993, 2_048, 2_047, 1_024, 1_023, 8, 1]) {
    const post = await loadShownPost(site.ctx, guest, board, number)
    const { list, newer, older } = await loadSurroundings(site.ctx.db, board, post)
    expect(list.rows.map((row) => row.number)).toEqual((await loadListPage(site.ctx.db, board, list.page))?.rows.map((row) => row.number))
    expect(list.rows.some((row) => row.number === number)).toBe(true)
    expect([newer?.number, older?.number]).toEqual([number < POSTS ? number + 1 : undefined, number > 1 ? number - 1 : undefined])
  }
})
