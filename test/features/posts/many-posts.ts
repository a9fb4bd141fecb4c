import type { Db } from '../../../src/lib/db/db.ts'

interface Many {
  boardId: number
  posts: number
  authorId: number
  categoryId: number
  now: Date
}

const HOUR_MS = 3_600_000

/** Posts of every kind, spread evenly but in no order that a list could lean on: one an hour, the newest a moment ago. */
export async function insertMany(db: Db, { boardId, posts, authorId, categoryId, now }: Many): Promise<void> {
  const mix = (number: number, by: number, sides: number) => ((number * by) % 7_919) % sides
  const rows = Array.from({ length: posts }, (_, index) => {
    const number = index + 1
    const createdAt = new Date(now.getTime() - (posts - number) * HOUR_MS)
    return {
      boardId,
      number,
      title: `${number}번째 글`,
      authorId: mix(number, 31, 3) === 0 ? authorId : null,
      anonymous: mix(number, 17, 5) === 0 ? 1 : 0,
      categoryId: mix(number, 13, 2) === 0 ? categoryId : null,
      status: mix(number, 7, 11) === 0 ? 'hidden' : 'visible',
      commentCount: mix(number, 41, 4),
      voteCount: mix(number, 43, 9) ** 2,
      viewCount: mix(number, 47, 800),
      popularAt: mix(number, 43, 9) > 5 ? createdAt : null,
      createdAt,
      lastActivityAt: new Date(createdAt.getTime() + mix(number, 53, 500) * HOUR_MS),
    }
  })
  for (let from = 0; from < posts; from += 1_000) await db('posts').insert(rows.slice(from, from + 1_000))
  await db.raw(
    'INSERT INTO post_bodies (post_id, source, html, text, renderer_version) SELECT id, ?, ?, ?, 1 FROM posts WHERE board_id = ?',
    ['', '', '', boardId],
  )
}

const kinds = {
  newest: ["'newest'", 'listed = 1'],
  unanswered: ["'unanswered'", 'unanswered = 1'],
  popular: ["'popular'", 'popular = 1'],
  category: ["CONCAT('category:', category_id)", 'listed = 1 AND category_id IS NOT NULL'],
  author: ["CONCAT('author:', shown_author_id)", 'listed = 1 AND shown_author_id IS NOT NULL'],
  mine: ["CONCAT('mine:', author_id)", 'listed = 1 AND author_id IS NOT NULL'],
}

/** The blocks of the lists by number, as the page index would have kept them. */
export async function fillBlocks(db: Db, boardId: number): Promise<void> {
  for (const [name, where] of Object.values(kinds)) {
    const sql = [
      'INSERT INTO list_blocks SELECT board_id,',
      name,
      ', number - number % 1024, COUNT(*) FROM posts WHERE board_id = ? AND',
      where,
    ]
    await db.raw([...sql, 'GROUP BY 1, 2, 3'].join(' '), [boardId])
  }
  await db.raw('ANALYZE TABLE posts, list_blocks')
}

/** Rows that the engine touched for `work`, on one connection. */
export async function rowsRead(db: Db, work: (connection: Db) => Promise<unknown>): Promise<number> {
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
