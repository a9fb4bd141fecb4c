import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { linkedFrom } from '../../lib/html/markdown.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { rerenderBody } from '../posts/bodies/rerender-body.service.ts'
import type { PostEvent } from '../posts/posts.events.ts'
import type { Post } from '../posts/posts.types.ts'
import { mayAskFor } from './link-cards.policy.ts'
import { findLinkedText, listLinkCards, listLinkingPosts } from './link-cards.read-models.ts'
import * as repository from './link-cards.repository.ts'
import { FRESH_MS, type LinkCardRow, urlHash } from './link-cards.types.ts'
import { makeCard } from './make-card.service.ts'

const LONGEST_URL = 2_000

/**
 * Notes which pages a post's text links, whatever happened to the post. Nothing is asked here: other news waits for this, so a job of its own
 * does it. What is known already is shown at once.
 */
export async function noteLinks(ctx: AppContext, { postId }: Pick<PostEvent, 'postId'>): Promise<void> {
  const text = await findLinkedText(ctx.db, postId)
  const urls = text && text.status !== 'deleted' ? linkedFrom(text.source).cards.filter(({ length }) => length <= LONGEST_URL) : []
  const cards = urls.map((url) => ({ url, urlHash: urlHash(url) }))
  const asks = text !== undefined && (await mayAskForOne(ctx, [text]))
  const now = ctx.clock.now()
  await inTransaction(ctx.db, async (trx) => {
    await repository.replaceUses(
      trx,
      postId,
      cards.map((card) => card.urlHash),
    )
    if (asks) await repository.wantCards(trx, cards, now, new Date(now.getTime() - FRESH_MS))
  })
  // A card may have come between the rendering of the text and this.
  if ((await listLinkCards(ctx.db, urls)).size > 0) await rerenderBody(ctx, postId)
}

async function mayAskForOne(ctx: AppContext, posts: readonly Pick<Post, 'boardId' | 'status' | 'secret'>[]): Promise<boolean> {
  const boards = new Map((await listAllBoards(ctx)).map((board) => [board.id, board]))
  return posts.some((post) => {
    const board = boards.get(post.boardId)
    return board !== undefined && mayAskFor(board, post)
  })
}

const AT_ONCE = 4
const IN_A_RUN = 8
/** Longer than one card may take. */
const HELD_MS = 5 * 60_000
const MINUTE = 60_000
/** After each failure; after the last one it is left until somebody links it again. */
const WAITS = [5 * MINUTE, 30 * MINUTE, 180 * MINUTE, 720 * MINUTE]

/** Asks for a few pages that posts link. @returns how many cards came */
export async function fetchLinkCards(ctx: AppContext): Promise<number> {
  const due = await repository.selectDue(ctx.db, ctx.clock.now(), IN_A_RUN)
  let made = 0
  const lane = async () => {
    for (let card = due.shift(); card !== undefined; card = due.shift()) if (await fetchCard(ctx, card)) made += 1
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return made
}

async function fetchCard(ctx: AppContext, card: LinkCardRow): Promise<boolean> {
  if (!(await repository.holdCard(ctx.db, card, new Date(ctx.clock.now().getTime() + HELD_MS)))) return false
  // Its post may have been hidden, or made secret, since it was noted.
  if (!(await mayAskForOne(ctx, await listLinkingPosts(ctx.db, card.urlHash)))) {
    await repository.releaseCard(ctx.db, card.urlHash)
    return false
  }
  const made = await makeCard(ctx, card).catch((error: unknown) => {
    ctx.log.warn({ err: error, url: card.url }, 'a link card could not be kept')
    return 'later' as const
  })
  const now = ctx.clock.now()
  if (typeof made === 'string') {
    const wait = made === 'later' ? WAITS[card.failures] : undefined
    await repository.saveFailure(ctx.db, card, card.failures + 1, now, wait === undefined ? null : new Date(now.getTime() + wait))
    return false
  }
  await repository.saveCard(ctx.db, card.urlHash, made, now)
  await showCard(ctx, card.urlHash)
  return true
}

/** In all posts that link the page. */
async function showCard(ctx: AppContext, hash: string): Promise<void> {
  let last = 0
  await inSlices(100, async (limit) => {
    const postIds = await repository.selectPostsWith(ctx.db, hash, last, limit)
    for (const postId of postIds) await rerenderBody(ctx, postId)
    last = postIds.at(-1) ?? last
    return postIds.length
  })
}
