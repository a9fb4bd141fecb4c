import type { Db } from '../../../lib/db/db.ts'
import { addToOutbox } from '../../../lib/events/outbox.ts'
import { Conflict } from '../../../lib/http/errors.ts'
import { countReplies } from '../lists/page-index.repository.ts'
import { isListed } from '../lists/post-lists.types.ts'
import { type PostAnswered, postAnswered } from '../posts.events.ts'
import { MOST_REPLIES } from '../posts.policy.ts'
import { holdPost } from '../posts.repository.ts'
import type { Post } from '../posts.types.ts'
import * as repository from './replies.repository.ts'

/** Where a reply post goes in its thread. */
export type ReplyPlace = Pick<Post, 'rootId' | 'rootAuthorId' | 'parentId' | 'replyPath' | 'hangs'> & {
  rootId: number
  /** It is as secret as the head of its thread, and of the same category. */
  root: Pick<Post, 'secret' | 'categoryId'>
}

const DIGITS = 4

/** Places for answers to these posts, in their order; null for what answers none. The threads are held until the transaction ends. */
export async function placeReplies(trx: Db, parents: readonly (Post | null)[]): Promise<(ReplyPlace | null)[]> {
  const threads = new Map<number, { root: Post; replies: number }>()
  const rootIds = new Set(parents.flatMap((parent) => (parent ? [parent.rootId ?? parent.id] : [])))
  for (const rootId of [...rootIds].sort((a, b) => a - b)) {
    const root = await holdPost(trx, rootId)
    if (root) threads.set(rootId, { root, replies: await repository.countThread(trx, rootId) })
  }
  const last = new Map<number, string | null>()
  const places: (ReplyPlace | null)[] = []
  for (const parent of parents) {
    const thread = parent && threads.get(parent.rootId ?? parent.id)
    if (!parent || !thread) {
      places.push(null)
      continue
    }
    if (thread.replies >= MOST_REPLIES) throw new Conflict('the thread is full', 'posts.reply.full')
    thread.replies += 1
    const { root } = thread
    const before = last.has(parent.id) ? last.get(parent.id) : await repository.findLastPath(trx, { rootId: root.id, parentId: parent.id })
    const replyPath = `${parent.replyPath ?? ''}${nextPart(before ?? '')}`
    last.set(parent.id, replyPath)
    const hangs = isListed(root) ? 1 : 0
    places.push({ rootId: root.id, rootAuthorId: root.authorId, parentId: parent.id, replyPath, hangs, root })
  }
  return places
}

const nextPart = (path: string): string => (Number.parseInt(path.slice(-DIGITS) || '0', 16) + 1).toString(16).padStart(DIGITS, '0')

/** With the post stored: its root counts it, if it is seen at once, and whoever is answered is told. */
export async function keepReply(
  trx: Db,
  { postId, boardId, parent, place, isSeen }: { postId: number; boardId: number; parent: Post; place: ReplyPlace; isSeen: boolean },
  at: Date,
): Promise<void> {
  if (isSeen) await countReplies(trx, place.rootId, 1, { lastActivityAt: at })
  await addToOutbox(trx, postAnswered, { postId, boardId, parentId: parent.id, memberId: parent.authorId } satisfies PostAnswered)
}
