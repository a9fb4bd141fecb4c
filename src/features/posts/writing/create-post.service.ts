import type { AppContext, Viewer } from '../../../context.ts'
import type { Db } from '../../../lib/db/db.ts'
import { createTogether, type Together } from '../../../lib/db/together.ts'
import { inTransaction } from '../../../lib/db/transaction.ts'
import { addAllToOutbox } from '../../../lib/events/outbox.ts'
import { Forbidden } from '../../../lib/http/errors.ts'
import { writePath } from '../../boards/boards.paths.ts'
import { canWriteOn } from '../../boards/boards.policy.ts'
import { takeNumbers } from '../../boards/boards.service.ts'
import type { Board } from '../../boards/boards.types.ts'
import { endDrafts } from '../../drafts/drafts.service.ts'
import { keepGuestKeys } from '../../guest-keys/guest-keys.service.ts'
import type { GuestAuthor } from '../../guest-keys/guest-keys.types.ts'
import type { Mention } from '../../mentions/mentions.types.ts'
import { keepSubmissions, unlessDone } from '../../submissions/submissions.service.ts'
import { type RenderedText, renderWritten } from '../bodies/render-body.read-models.ts'
import { insertPosts } from '../lists/page-index.repository.ts'
import { keepMentions, tellCalled } from '../mentions/post-mentions.service.ts'
import { postPath } from '../posts.paths.ts'
import { canReplyTo, waitsForApproval } from '../posts.policy.ts'
import { insertBodies } from '../posts.repository.ts'
import type { Post, PostDraft } from '../posts.types.ts'
import { ranksChanged } from '../ranks/ranks.service.ts'
import { keepReply, placeReplies, type ReplyPlace } from '../replies/replies.service.ts'
import { WAITING_MEMORY_KEY } from '../waiting-posts.read-models.ts'
import { keepAround, listedAs } from './keep-post.service.ts'
import { postFormKey } from './posting-limit.service.ts'

/** A post that only its number keeps from being stored. */
interface ReadyPost {
  board: Board
  authorId: number | null
  guest: { name: string; passwordHash: string } | null
  draft: PostDraft
  text: RenderedText & { mentions: Mention[] }
  status: Post['status']
  submissionKey: Buffer
  /** Of the draft that ends with this post. */
  draftKey: string | undefined
  within: WithinPost | undefined
}

/** What stands or falls with the post, in its transaction. */
export type WithinPost = (trx: Db, path: string) => Promise<void>

/** What one transaction takes in: everybody in it waits for the rows of all. */
const MOST_AT_ONCE = 20

/** @returns the address of the new post; of the one that this form made already, when it comes twice */
export async function createPost(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  draft: PostDraft & { submissionKey?: string | undefined; draftKey?: string | undefined; guest?: GuestAuthor },
  within?: WithinPost,
): Promise<string> {
  if (draft.parent && !canReplyTo(viewer, board, draft.parent)) throw new Forbidden('may not answer this', 'posts.reply.mayNot')
  const authorId = viewer.memberId
  if ((authorId === null && !draft.guest) || !canWriteOn(viewer, board)) throw new Forbidden('may not write here', 'posts.mayNotWrite')
  // Before the transaction: nobody else on the board waits while a long text is rendered.
  const text = await renderWritten(ctx, { source: draft.body, ownerId: authorId ?? 0, postId: null })
  const submissionKey = postFormKey(viewer, draft)
  const guest = draft.guest ? { name: draft.guest.name, passwordHash: await ctx.passwords.hash(draft.guest.password) } : null
  if (draft.private && !board.privatePosts) throw new Forbidden('no private posts here', 'posts.publish.noPrivate')
  const waits = waitsForApproval(viewer, board) || draft.guest?.proved === false
  const status: Post['status'] = draft.private ? 'private' : waits ? 'pending' : 'visible'
  const ready = { board, authorId, guest, draft, text, status, submissionKey, draftKey: draft.draftKey, within }
  return unlessDone(ctx, submissionKey, () => storeTogether(ctx)(board.id, ready))
}

/** Every post of a board takes that board's number: those that come at once are numbered at once. */
const storeTogether = (ctx: AppContext): Together<ReadyPost, string> =>
  ctx.memory.own('store-posts', () => createTogether<ReadyPost, string>(MOST_AT_ONCE, (boardId, posts) => storePosts(ctx, boardId, posts)))

async function storePosts(ctx: AppContext, boardId: number, posts: readonly ReadyPost[]): Promise<string[]> {
  const createdAt = ctx.clock.now()
  const stored = await inTransaction(ctx.db, async (trx) => {
    const places = await placeReplies(
      trx,
      posts.map(({ draft }) => draft.parent ?? null),
    )
    const last = await takeNumbers(trx, boardId, posts.length)
    const numbered = posts.map((post, index) => ({ ...post, number: last - posts.length + 1 + index, place: places[index] ?? null }))
    const rows = numbered.map((post) => newPost(post, createdAt))
    const ids = await insertPosts(trx, rows)
    const kept = numbered.map((post, index) => ({ ...post, postId: ids[index] ?? 0, path: postPath(post.board, post.number) }))
    await insertBodies(
      trx,
      kept.map(({ postId, text }) => ({ postId, ...text.body })),
    )
    await keepWithPosts(trx, kept, createdAt)
    await addAllToOutbox(
      trx,
      'post.created',
      ids.map((postId) => ({ postId, boardId })),
    )
    for (const [index, { board, postId, text }] of kept.entries()) {
      const row = rows[index]
      if (row && text.mentions.length > 0) await tellCalled(ctx, trx, board, { announced: 0, ...row, id: postId })
    }
    await keepSubmissions(
      trx,
      kept.map(({ submissionKey, authorId, path }) => ({ submissionKey, memberId: authorId ?? 0, resultPath: path, createdAt })),
    )
    await endDrafts(
      trx,
      kept.map(({ board, authorId, draftKey }) => ({
        memberId: authorId ?? 0,
        key: draftKey,
        kind: 'post',
        boardId,
        path: writePath(board),
      })),
      createdAt,
    )
    for (const { within, path } of kept) await within?.(trx, path)
    return kept
  })
  await Promise.all([
    ranksChanged(
      ctx,
      stored.flatMap(({ postId, place }) => (place ? [postId, place.rootId] : [postId])),
    ),
    posts.some(({ status }) => status === 'pending') && ctx.memory.forget(WAITING_MEMORY_KEY),
  ])
  return stored.map(({ path }) => path)
}

type Numbered = ReadyPost & { number: number; place: ReplyPlace | null }

/** What hangs on them: tags, files, a poll, whom they call, a guest's password, their place below the post that they answer. */
async function keepWithPosts(trx: Db, posts: readonly (Numbered & { postId: number })[], createdAt: Date): Promise<void> {
  for (const { postId, board, authorId, draft, text } of posts) {
    await keepAround(trx, { postId, boardId: board.id, ownerId: authorId ?? 0, isNew: true }, draft)
    await keepMentions(trx, { postId, isNew: true }, text.mentions)
  }
  await keepGuestKeys(
    trx,
    posts.flatMap(({ postId, guest }) => (guest ? { postId, passwordHash: guest.passwordHash } : [])),
  )
  for (const { postId, board, draft, place, status } of posts) {
    if (draft.parent && place)
      await keepReply(trx, { postId, boardId: board.id, parent: draft.parent, place, isSeen: status === 'visible' }, createdAt)
  }
}

const newPost = ({ board, number, authorId, guest, draft, text, status, place }: Numbered, createdAt: Date) => ({
  ...{ boardId: board.id, number, authorId, guestName: guest?.name ?? null, title: draft.title },
  categoryId: (place ? place.root : draft).categoryId ?? null,
  ...listedAs(board, draft, text, place ? { secret: place.root.secret, rootId: place.rootId } : undefined),
  ...(place ? { rootId: place.rootId, rootAuthorId: place.rootAuthorId, parentId: place.parentId, replyPath: place.replyPath } : notAReply),
  hangs: place?.hangs ?? (0 as const),
  hasPoll: draft.poll ? (1 as const) : (0 as const),
  commentsClosed: draft.commentsClosed ? (1 as const) : (0 as const),
  anonymous: board.anonymous ? (1 as const) : (0 as const),
  status,
  createdAt,
})

const notAReply = { rootId: null, rootAuthorId: null, parentId: null, replyPath: null } as const
