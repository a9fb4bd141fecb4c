import { beforeEach, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { findDifferences, mendDifference } from '../../../src/features/posts/counts/counts.service.ts'
import { loadListPage } from '../../../src/features/posts/lists/list-pages.read-models.ts'
import { plainList } from '../../../src/features/posts/lists/list-query.types.ts'
import { changeListing, insertPost } from '../../../src/features/posts/lists/page-index.repository.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let board: Board
let mina: Person

beforeEach(async () => {
  board = await aBoard(site, { slug: 'free', pageSize: 5 })
  mina = await aMember(site, 'mina')
})

/** Numbers that spread over blocks, without writing the thousands in between. */
const scattered = [1, 2, 1023, 1024, 1025, 2047, 2048, 2050, 3000, 4095, 4096, 5000]

async function insertAt(number: number): Promise<number> {
  return inTransaction(site.ctx.db, (trx) =>
    insertPost(trx, {
      boardId: board.id,
      number,
      authorId: mina.viewer.memberId,
      title: `${number}번`,
      hasImage: 0,
      createdAt: new Date(),
    }),
  )
}

const acts = [
  { status: 'hidden' as const },
  { status: 'visible' as const },
  { status: 'deleted' as const, pinnedAt: null },
  { pinnedAt: new Date() },
  { pinnedAt: null },
  { categoryId: 7 },
  { categoryId: 8 },
  { popularAt: new Date() },
  { commentCount: 2 },
  { commentCount: 0 },
]

const change = (id: number, act: (typeof acts)[number]) => {
  // They are counted here without being written.
  site.mayMiscount('comments')
  return inTransaction(site.ctx.db, (trx) => changeListing(trx, id, act))
}

async function differences() {
  return Array.fromAsync(findDifferences(site.ctx))
}

const listDifferences = async () => (await differences()).filter(({ what }) => what === 'listed posts')

const counted = async () => {
  const [row] = await site.ctx.db('posts').where({ boardId: board.id, listed: 1 }).count<{ total: number }[]>({ total: '*' })
  return row?.total
}

/** Repeatable, so that a sequence that fails can be tried again. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 48271) % 2147483647
    return state % sides
  }
}

test('whatever is hidden, restored, deleted, pinned and unpinned in whatever order, the counts of blocks stay right', async () => {
  const ids: number[] = []
  for (const number of scattered) ids.push(await insertAt(number))
  const roll = dice(7)
  for (let step = 0; step < 200; step += 1) {
    await change(ids[roll(ids.length)]!, acts[roll(acts.length)]!)
    if (step % 20 === 0) expect(await listDifferences()).toEqual([])
  }
  expect(await listDifferences()).toEqual([])
})

test('a hundred changes at once leave the counts of blocks right', async () => {
  const ids: number[] = []
  for (const number of scattered) ids.push(await insertAt(number))
  const roll = dice(11)
  await site.ctx.db('board_numbers').where({ boardId: board.id }).update({ lastNumber: 6000 })
  const work = Array.from({ length: 100 }, (_, step) =>
    step % 4 === 0 ? aPost(site, board, mina) : change(ids[roll(ids.length)]!, acts[roll(acts.length)]!),
  )
  await Promise.all(work)
  expect(await listDifferences()).toEqual([])
  expect((await loadListPage(site.ctx, guest, board, plainList(guest, board)))?.total).toBe(await counted())
})

test('a hundred posts at once get a hundred numbers, none twice and none left out', async () => {
  await Promise.all(Array.from({ length: 100 }, () => aPost(site, board, mina)))
  const rows = await site.ctx.db('posts').where({ boardId: board.id }).orderBy('number').select('number')
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, step) => step + 1))
})

test('from the first page to the last, every post stands on exactly one page, newest first', async () => {
  const ids: number[] = []
  for (const number of scattered) ids.push(await insertAt(number))
  await change(ids[3]!, { status: 'hidden' })
  await change(ids[9]!, { pinnedAt: new Date() })
  const seen: number[] = []
  const last = Math.ceil((await counted())! / board.pageSize)
  for (let page = 1; page <= last; page += 1) {
    const list = await loadListPage(site.ctx, guest, board, { ...plainList(guest, board), page })
    expect(list?.notices.map(({ number }) => number)).toEqual([4095])
    seen.push(...list!.rows.map(({ number }) => number))
  }
  expect(seen).toEqual(scattered.filter((number) => number !== 1024 && number !== 4095).reverse())
  expect(await loadListPage(site.ctx, guest, board, { ...plainList(guest, board), page: last + 1 })).toBeNull()
})

test('the check finds a count that went wrong, and --fix counts it anew', async () => {
  const post = await aPost(site, board, mina)
  await site.ctx.db('list_blocks').where({ boardId: board.id, list: 'newest' }).update({ listedCount: 9 })
  await site.ctx.db('posts').where({ id: post.id }).update({ commentCount: 3, voteCount: 2 })
  const found = await differences()
  expect(found.map(({ what, kept, counted: is }) => [what, kept, is])).toEqual([
    ['listed posts', 9, 1],
    ['listed posts', 1, 0], // the unanswered ones
    ['comments', 3, 0],
    ['votes', 2, 0],
  ])
  for (const difference of found) await mendDifference(site.ctx, difference)
  expect(await differences()).toEqual([])
})
