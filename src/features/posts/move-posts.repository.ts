import type { Db } from '../../lib/db/db.ts'
import { blockStart, type Listing, listingColumns, listsOf } from './lists/post-lists.types.ts'
import type { Post } from './posts.types.ts'

/** Posts that go to another board, with the blocks of both (see page-index.repository) and the address that they leave. Owns `post_addresses`. */

export type MovingPost = Listing & Pick<Post, 'id' | 'boardId' | 'number'>

export interface Move {
  held: MovingPost
  to: Pick<Post, 'boardId' | 'number' | 'categoryId'>
}

/** The oldest posts of a board, whatever their state, held until the transaction ends. */
export const holdOldest = (trx: Db, boardId: number, limit: number): Promise<MovingPost[]> =>
  trx<Post>('posts')
    .where({ boardId })
    .orderBy('number')
    .limit(limit)
    .forUpdate()
    .select(...listingColumns)

export const findAnyPost = (trx: Db, boardId: number): Promise<{ id: number } | undefined> =>
  trx('posts').where({ boardId }).forShare().first('id')

/** A few statements for all of them: that many lists are touched by a hundred posts of a hundred members. */
export async function movePosts(trx: Db, moves: readonly Move[]): Promise<void> {
  await updatePlaces(trx, moves)
  await takeFromBlocks(trx, countBlocks(moves.map(({ held }) => ({ at: held, listing: held }))))
  await addToBlocks(trx, countBlocks(moves.map(({ held, to }) => ({ at: to, listing: { ...held, ...to } }))))
  const left = moves.map(({ held }) => ({ boardId: held.boardId, number: held.number, postId: held.id }))
  await trx('post_addresses').insert(left).onConflict(['boardId', 'number']).ignore()
}

async function updatePlaces(trx: Db, moves: readonly Move[]): Promise<void> {
  const cases = (of: (move: Move) => number | null) => ({
    sql: ['CASE id', ...moves.map(() => 'WHEN ? THEN ?'), 'END'].join(' '),
    bindings: moves.flatMap((move) => [move.held.id, of(move)]),
  })
  const boardIds = cases(({ to }) => to.boardId)
  const numbers = cases(({ to }) => to.number)
  const categories = cases(({ to }) => to.categoryId)
  // First: columns are set from left to right, and this one asks which board the post leaves.
  const first = 'UPDATE posts SET first_board_id = COALESCE(first_board_id, board_id), board_id ='
  const sql = [first, boardIds.sql, ', number =', numbers.sql, ', category_id =', categories.sql, 'WHERE id IN (?)']
  const ids = moves.map(({ held }) => held.id)
  await trx.raw(sql.join(' '), [...boardIds.bindings, ...numbers.bindings, ...categories.bindings, ids] as never)
}

interface BlockCount {
  boardId: number
  list: string
  fromRank: number
  listedCount: number
}

function countBlocks(posts: readonly { at: Pick<Post, 'boardId' | 'number'>; listing: Listing }[]): BlockCount[] {
  const counts = new Map<string, BlockCount>()
  for (const { at, listing } of posts) {
    for (const list of listsOf(listing)) {
      const block = { boardId: at.boardId, list, fromRank: blockStart(at.number), listedCount: 0 }
      const key = `${block.list} ${block.fromRank}`
      const known = counts.get(key) ?? block
      known.listedCount += 1
      counts.set(key, known)
    }
  }
  return [...counts.values()].sort((a, b) => (a.list < b.list ? -1 : 1))
}

async function addToBlocks(trx: Db, blocks: readonly BlockCount[]): Promise<void> {
  if (blocks.length === 0) return
  const values = blocks.map(() => '(?, ?, ?, ?)').join(', ')
  const sql = ['INSERT INTO list_blocks (board_id, list, from_rank, listed_count) VALUES', values]
  await trx.raw(
    [...sql, 'ON DUPLICATE KEY UPDATE listed_count = listed_count + VALUES(listed_count)'].join(' '),
    blocks.flatMap(({ boardId, list, fromRank, listedCount }) => [boardId, list, fromRank, listedCount]),
  )
}

/** Lists that lose as many in the same block share a statement. */
async function takeFromBlocks(trx: Db, blocks: readonly BlockCount[]): Promise<void> {
  const alike = Object.groupBy(blocks, ({ fromRank, listedCount }) => `${fromRank} ${listedCount}`)
  for (const group of Object.values(alike)) {
    const [first] = group ?? []
    if (!group || !first) continue
    await trx('list_blocks')
      .where({ boardId: first.boardId, fromRank: first.fromRank })
      .whereIn(
        'list',
        group.map(({ list }) => list),
      )
      .decrement('listedCount', first.listedCount)
  }
}

/** Of a board that has no posts any more. */
export const deleteBlocks = (trx: Db, boardId: number) => trx('list_blocks').where({ boardId }).delete()

/** Posts that left a board, but whose ranks still stand there. */
export const selectRankedElsewhere = async (db: Db, boardId: number, limit: number): Promise<number[]> => {
  const rows = await db('post_ranks as r')
    .join('posts as p', 'p.id', 'r.postId')
    .where('r.boardId', boardId)
    .whereNot('p.boardId', boardId)
    .limit(limit)
    .select<{ postId: number }[]>('r.postId')
  return rows.map(({ postId }) => postId)
}
