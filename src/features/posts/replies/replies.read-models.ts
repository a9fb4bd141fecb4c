import type { AppContext, Viewer } from '../../../context.ts'
import { Forbidden, NotFound } from '../../../lib/http/errors.ts'
import type { Board } from '../../boards/boards.types.ts'
import { aboveInBlock } from '../lists/page-index.read-models.ts'
import { selectSlices } from '../lists/post-rows.read-models.ts'
import { canReplyTo, MOST_REPLIES } from '../posts.policy.ts'
import { loadPost } from '../posts.read-models.ts'
import { findSource } from '../posts.repository.ts'
import type { ListedPost, Post } from '../posts.types.ts'
import type { ShownPost } from '../shown-post.read-models.ts'
import { inThread, repliesSlice, withReplyPlace } from './list-replies.read-models.ts'

/** A post's thread: its head, if that can still be seen, and all answers. null: there is none. */
export interface Thread {
  root: ListedPost | null
  replies: ListedPost[]
}

export async function loadThread({ db }: Pick<AppContext, 'db'>, post: Pick<Post, 'id' | 'rootId' | 'replyCount'>): Promise<Thread | null> {
  if (post.rootId === null && post.replyCount === 0) return null
  const rootId = post.rootId ?? post.id
  const head = { part: 'root', ids: db('posts').where({ id: rootId }).select('id', db.raw("'root' AS part"), 'number as listRank') }
  const parts = await selectSlices(db, [head, repliesSlice(db, 'replies', rootId, MOST_REPLIES)], (rows) => {
    withReplyPlace(rows)
    void rows.select('p.parentId')
  })
  return { root: parts.get('root')?.[0] ?? null, replies: inThread(parts.get('replies') ?? []) }
}

/** A reply stands in a list where its root does. */
export async function atItsRoot({ db }: Pick<AppContext, 'db'>, post: ShownPost): Promise<ShownPost> {
  if (post.hangs === 0 || post.rootId === null || post.place.list.rankColumn !== 'number') return post
  const root = await db<Post>('posts').where({ id: post.rootId }).first('number', 'pinnedAt')
  if (!root) return post
  const [place] = (await db.select(aboveInBlock(db, post.place.list, root.number))) as { above: number }[]
  return { ...post, ...root, place: { ...post.place, above: place?.above ?? 0 } }
}

/** The post that somebody wants to answer. @throws when there is none that they may */
export async function loadAnswered(ctx: AppContext, viewer: Viewer, board: Board, number: string | undefined): Promise<Post | null> {
  if (!number) return null
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new NotFound('no such post')
  const post = await loadPost(ctx, viewer, board, Number(number))
  if (!canReplyTo(viewer, board, post)) throw new Forbidden('may not answer this', 'posts.reply.mayNot')
  return post
}

/** The same of a form that is sent: what was typed must not be lost over it. */
export const findAnswered = (ctx: AppContext, viewer: Viewer, board: Board, number: string | undefined): Promise<Post | null | 'gone'> =>
  loadAnswered(ctx, viewer, board, number).catch((error: unknown) => {
    if (error instanceof Forbidden || error instanceof NotFound) return 'gone' as const
    throw error
  })

const QUOTED = 400

/** What an answer begins with: its title, and the words that it answers. */
export async function beginAnswer({ db }: Pick<AppContext, 'db'>, post: Post): Promise<Record<string, string>> {
  const words = [...((await findSource(db, post.id)) ?? '').trim()]
  const quoted = words.slice(0, QUOTED).join('').trim() + (words.length > QUOTED ? ' …' : '')
  const title = post.title.startsWith('Re: ') ? post.title : `Re: ${post.title}`
  return { parent: String(post.number), title: [...title].slice(0, 200).join(''), body: `${quoted.replace(/^/gm, '> ')}\n\n` }
}
