import { beforeEach, expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { loadListPage } from '../../../src/features/posts/lists/list-pages.read-models.ts'
import { ListAddress, listQuery } from '../../../src/features/posts/lists/list-query.types.ts'
import { loadSurroundings } from '../../../src/features/posts/post-place.read-models.ts'
import { rankWholeBoard } from '../../../src/features/posts/ranks/ranks.service.ts'
import { loadShownPost } from '../../../src/features/posts/shown-post.read-models.ts'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { fillBlocks, insertMany, rowsRead } from './many-posts.ts'

const site = useSite()
const POSTS = 5_000
let board: Board
let mina: Person

const addresses = {
  newest: {},
  category: { category: '' },
  author: { author: 'mina' },
  mine: { filter: 'mine' },
  unanswered: { filter: 'unanswered' },
  popular: { filter: 'popular' },
  period: { period: 'week' },
  active: { sort: 'active' },
  votes: { sort: 'votes' },
  views: { sort: 'views' },
  comments: { sort: 'comments' },
  'votes of a category': { sort: 'votes', category: '' },
} satisfies Record<string, Record<string, string>>
type Name = keyof typeof addresses

beforeEach(async () => {
  const { id } = await aBoard(site, { slug: 'free', pageSize: 7 })
  const [categoryId] = await site.ctx.db('board_categories').insert({ boardId: id, nameKo: '잡담', nameEn: 'Talk' })
  await site.ctx.memory.forget('boards')
  board = (await listAllBoards(site.ctx))[0]!
  mina = await aMember(site, 'mina')
  site.mayMiscount('comments', 'votes')
  await insertMany(site.ctx.db, {
    boardId: id,
    posts: POSTS,
    authorId: mina.viewer.memberId,
    categoryId: Number(categoryId),
    now: site.clock.now(),
  })
  await fillBlocks(site.ctx.db, id)
  await rankWholeBoard(site.ctx.db, id)
}, 60_000)

const queryOf = (viewer: Viewer, name: Name, page = 1) => {
  const address: Record<string, string> = { ...addresses[name], page: String(page) }
  if ('category' in address) address['category'] = String(board.categories[0]?.id)
  return listQuery(viewer, board, ListAddress.parse(address))
}

/** Every post that the list should have, in its order, found the slow way. */
async function expected(name: Name): Promise<number[]> {
  const where: Record<Name, string> = {
    newest: '1 = 1 ORDER BY number DESC',
    category: 'category_id IS NOT NULL ORDER BY number DESC',
    author: 'author_id IS NOT NULL AND anonymous = 0 ORDER BY number DESC',
    mine: 'author_id IS NOT NULL ORDER BY number DESC',
    unanswered: 'comment_count = 0 ORDER BY number DESC',
    popular: 'popular_at IS NOT NULL ORDER BY number DESC',
    period: 'created_at >= UTC_TIMESTAMP(3) - INTERVAL 7 DAY ORDER BY number DESC',
    active: '1 = 1 ORDER BY FLOOR(UNIX_TIMESTAMP(last_activity_at)) DESC, number DESC',
    votes: '1 = 1 ORDER BY vote_count DESC, number DESC',
    views: '1 = 1 ORDER BY view_count DESC, number DESC',
    comments: '1 = 1 ORDER BY comment_count DESC, number DESC',
    'votes of a category': 'category_id IS NOT NULL ORDER BY vote_count DESC, number DESC',
  }
  const [rows] = (await site.ctx.db.raw(['SELECT number FROM posts WHERE listed = 1 AND', where[name]].join(' '))) as [{ number: number }[]]
  return rows.map(({ number }) => number)
}

const names = Object.keys(addresses) as Name[]
const pageOf = (all: number[], page: number) => all.slice((page - 1) * board.pageSize, page * board.pageSize)

test('each page of each list is the stretch of the whole list that it ought to be', async () => {
  const { viewer } = mina
  for (const name of names) {
    const all = await expected(name)
    expect([name, all.length > board.pageSize * 3]).toEqual([name, true])
    const last = Math.ceil(all.length / board.pageSize)
    for (const page of [1, 2, Math.ceil(last / 3), Math.ceil(last / 2), last - 1, last]) {
      const list = await loadListPage(site.ctx, viewer, board, queryOf(viewer, name, page))
      expect([name, page, list?.total, list?.rows.map(({ number }) => number)]).toEqual([name, page, all.length, pageOf(all, page)])
    }
    expect(await loadListPage(site.ctx, viewer, board, queryOf(viewer, name, last + 1))).toBeNull()
  }
})

test('a post opened from any list knows its neighbours there, and its page', async () => {
  const { viewer } = mina
  for (const name of names) {
    const all = await expected(name)
    for (const at of [0, 1, 6, 7, Math.floor(all.length / 2), all.length - 1]) {
      const query = queryOf(viewer, name, Math.floor(at / board.pageSize) + 1)
      const post = await loadShownPost(site.ctx, viewer, board, { number: all[at]!, query })
      const { list, newer, older } = await loadSurroundings(site.ctx, viewer, board, { post, query })
      expect([name, at, newer?.number, older?.number]).toEqual([name, at, all[at - 1], all[at + 1]])
      expect([list.query, list.total]).toEqual([query, all.length])
      expect(list.rows.map(({ number }) => number)).toEqual(pageOf(all, query.page))
    }
  }
})

test('a page in the middle of any list reads one block at most, and so does a post opened from it', async () => {
  const { viewer } = mina
  for (const name of names) {
    const all = await expected(name)
    const middle = Math.floor(all.length / 2)
    const query = queryOf(viewer, name, Math.floor(middle / board.pageSize) + 1)
    await loadListPage(site.ctx, viewer, board, query)
    site.ctx.content.move()
    const page = await rowsRead(site.ctx.db, (db) => loadListPage({ ...site.ctx, db }, viewer, board, query))
    expect([name, page < 2_500, page]).toEqual([name, true, page])
    site.ctx.content.move()
    const post = await rowsRead(site.ctx.db, async (db) => {
      const ctx = { ...site.ctx, db }
      await loadSurroundings(ctx, viewer, board, { post: await loadShownPost(ctx, viewer, board, { number: all[middle]!, query }), query })
    })
    expect([name, post < 2_500, post]).toEqual([name, true, post])
  }
})

/** How the parts of a page are found, as the server tells it. */
async function planOf(name: Name, page: number): Promise<{ key: string | null; Extra: string | null }[]> {
  const asked: { sql: string; bindings: unknown[] }[] = []
  const listen = (query: { sql: string; bindings: unknown[] }) => void asked.push(query)
  site.ctx.db.on('query', listen)
  await loadListPage(site.ctx, mina.viewer, board, queryOf(mina.viewer, name, page))
  site.ctx.db.removeListener('query', listen)
  const { sql, bindings } = asked.find(({ sql }) => sql.includes('`wanted`'))!
  const [plan] = await site.ctx.db.raw(['EXPLAIN FORMAT=TRADITIONAL', sql].join(' '), bindings as never)
  return plan
}

test('the server finds the rows of every list in the index of its order, without sorting or fetching any', async () => {
  const indexes: Record<Name, string> = {
    ...{ newest: 'list', category: 'category_list', author: 'author_list', mine: 'mine_list', unanswered: 'unanswered_list' },
    ...{ popular: 'popular_list', period: 'list', active: 'active', votes: 'votes', views: 'views', comments: 'comments' },
    'votes of a category': 'category_votes',
  }
  for (const name of names) {
    const found = (await planOf(name, 3)).find(({ key }) => key === indexes[name])
    expect([name, found?.key, /Using index(?! condition)/.test(found?.Extra ?? ''), /filesort|temporary/.test(found?.Extra ?? '')]).toEqual(
      [...[name, indexes[name], true, false]],
    )
  }
})

test('a guest has no posts of their own, and an unknown author none at all', async () => {
  for (const address of [{ filter: 'mine' }, { author: '아무도아님' }]) {
    const list = await loadListPage(site.ctx, guest, board, listQuery(guest, board, ListAddress.parse(address)))
    expect([list?.total, list?.rows]).toEqual([0, []])
  }
})
