import type { Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { withMutes } from '../mutes/mutes.read-models.ts'
import { type FoundPost, PAGE_SIZE, type SearchField, WINDOW_IDS, WINDOW_POSTS } from './search.types.ts'

export interface Found {
  posts: FoundPost[]
  total: number
}

interface Wanted {
  boardIds: number[]
  words: string[]
  field?: SearchField
  page: number
}

/** Of an author the name begins so; nobody is found by their anonymous posts, which bear no name here. */
const holds: Record<SearchField, (word: string) => { sql: string; patterns: string[] }> = {
  all: (word) => ({ sql: "(w.title LIKE ? ESCAPE '|' OR t.text LIKE ? ESCAPE '|')", patterns: [`%${word}%`, `%${word}%`] }),
  title: (word) => ({ sql: "w.title LIKE ? ESCAPE '|'", patterns: [`%${word}%`] }),
  body: (word) => ({ sql: "t.text LIKE ? ESCAPE '|'", patterns: [`%${word}%`] }),
  author: (word) => ({ sql: "m.nickname LIKE ? ESCAPE '|'", patterns: [`${word}%`] }),
}

/**
 * The newest visible posts of these boards (those that the asker may read) that hold every word in what is asked for. One statement; texts are
 * joined only within the window. A pinned notice is found like any other post.
 */
export async function findPosts(db: Db, viewer: Viewer, { boardIds, words, field = 'all', page }: Wanted): Promise<Found> {
  if (boardIds.length === 0 || words.length === 0) return { posts: [], total: 0 }
  const newest = db('posts')
    .where({ status: 'visible', secret: 0 })
    .whereIn('boardId', boardIds)
    .whereRaw('id > (SELECT GREATEST(MAX(id), ?) - ? FROM posts)', [WINDOW_IDS, WINDOW_IDS])
    .orderBy('id', 'desc')
    .limit(WINDOW_POSTS)
    .select('id', 'title', 'shownAuthorId')
  // Numbers alone: of what it counts and sorts with its texts the server makes a file.
  const matches = db
    .from(newest.as('w'))
    .join('post_bodies as t', 't.postId', 'w.id')
    .leftJoin('members as m', 'm.id', 'w.shownAuthorId')
    .orderBy('w.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .select('w.id', db.raw('COUNT(*) OVER () AS total'))
  for (const word of words) {
    const { sql, patterns } = holds[field](literally(word))
    matches.whereRaw(sql, patterns)
  }
  const rows = (await db
    .from(matches.as('found'))
    .joinRaw('STRAIGHT_JOIN posts AS p ON p.id = found.id')
    .join('post_bodies as t', 't.postId', 'p.id')
    .leftJoin('members as m', 'm.id', 'p.shownAuthorId')
    .select('found.id', 'found.total', 'p.boardId', 'p.number', 'p.title', 'p.createdAt', 'p.commentCount', 't.text')
    .select('m.nickname', 'p.anonymous', 'p.guestName')
    .modify(withMutes(db, viewer))) as (FoundPost & { id: number; total: number })[]
  return { posts: rows.sort((one, other) => other.id - one.id), total: Number(rows[0]?.total ?? 0) }
}

/** Sign for sign: `%` and `_` are what was typed. The escape is a bar, for a backslash means two things at once. */
const literally = (word: string): string => word.replace(/[|%_]/g, '|$&')
