import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { loadListPage } from '../../../src/features/posts/lists/list-pages.read-models.ts'
import { ListAddress, listQuery } from '../../../src/features/posts/lists/list-query.types.ts'
import { loadSurroundings } from '../../../src/features/posts/post-place.read-models.ts'
import { rankWholeBoard } from '../../../src/features/posts/ranks/ranks.service.ts'
import { loadShownPost } from '../../../src/features/posts/shown-post.read-models.ts'
import { openDatabase } from '../../../src/lib/db/knex.ts'
import { aBoard } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { fillBlocks, insertMany, rowsRead } from './many-posts.ts'

const site = useSite()

async function boardOf(slug: string, posts: number): Promise<Board> {
  // Comments and votes are made up; the lists of a hundred thousand are looked at by tests of fewer.
  site.mayMiscount('everything')
  const { id } = await aBoard(site, { slug, pageSize: 20 })
  // A hundred thousand rows on a machine that does other things too take their time.
  const db = openDatabase(site.ctx.config.databaseUrl ?? '', { poolSize: 2, statementTimeoutMs: 120_000 })
  await insertMany(db, { boardId: id, posts, authorId: 1, categoryId: id, now: site.clock.now() })
  await fillBlocks(db, id)
  await rankWholeBoard(db, id)
  await db.destroy()
  return (await listAllBoards(site.ctx)).find((board) => board.id === id)!
}

const addresses: Record<string, string>[] = [
  {},
  { filter: 'unanswered' },
  { filter: 'popular' },
  { sort: 'votes' },
  { sort: 'views' },
  { sort: 'active' },
]

/** Rows that the engine reads for the last page of each list, and for a post in the middle of the board. */
async function costsOf(board: Board, posts: number): Promise<Record<string, number>> {
  const costs: Record<string, number> = {}
  for (const address of addresses) {
    const first = listQuery(guest, board, ListAddress.parse(address))
    const { total } = (await loadListPage(site.ctx, guest, board, first))!
    const last = { ...first, page: Math.ceil(total / board.pageSize) }
    site.ctx.content.move()
    costs[JSON.stringify(address)] = await rowsRead(site.ctx.db, (db) => loadListPage({ ...site.ctx, db }, guest, board, last))
  }
  const query = listQuery(guest, board, ListAddress.parse({}))
  site.ctx.content.move()
  costs['post'] = await rowsRead(site.ctx.db, async (db) => {
    const ctx = { ...site.ctx, db }
    await loadSurroundings(ctx, guest, board, { post: await loadShownPost(ctx, guest, board, { number: posts / 2 + 1, query }), query })
  })
  return costs
}

test('on a board of a hundred thousand posts no page reads more than one block beyond what it reads on one of a thousand', async () => {
  const [small, large] = [await boardOf('small', 1_000), await boardOf('large', 100_000)]
  const [few, many] = [await costsOf(small, 1_000), await costsOf(large, 100_000)]
  // A block, and the rows of `list_blocks` itself: a hundred for a hundred thousand posts, read once or twice over.
  for (const [what, cost] of Object.entries(many)) expect([what, cost, cost < (few[what] ?? 0) + 2_048 + 500]).toEqual([what, cost, true])
}, 240_000)
