import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { linkedFrom } from '../../lib/html/markdown.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import { urlHash } from '../link-cards/link-cards.types.ts'
import { refreshBody } from '../posts/bodies/refresh-bodies.service.ts'
import type { PostEvent } from '../posts/posts.events.ts'
import { holdPost } from '../posts/posts.service.ts'
import { addFile } from '../uploads/uploads.service.ts'
import { mayCopyFor } from './image-copies.policy.ts'
import { findShownText } from './image-copies.read-models.ts'
import * as repository from './image-copies.repository.ts'
import { type ImageCopy, MOST_COPIES } from './image-copies.types.ts'
import { takeImage } from './take-image.service.ts'

const LONGEST_URL = 2_000

/** Notes which pictures of other sites a post shows, whatever happened to the post. Nothing is fetched here: other news waits for this. */
export async function noteImages(ctx: AppContext, { postId }: Pick<PostEvent, 'postId'>): Promise<void> {
  const text = await findShownText(ctx.db, postId)
  const urls = text && text.status !== 'deleted' ? linkedFrom(text.source).images.filter(({ length }) => length <= LONGEST_URL) : []
  const now = ctx.clock.now()
  const dueAt = text && (await copiesFor(ctx, text)) ? now : null
  const images = urls.slice(0, MOST_COPIES).map((url) => ({ url, urlHash: urlHash(url) }))
  await inTransaction(ctx.db, (trx) => repository.replaceCopies(trx, postId, images, { now, dueAt }))
}

type Shown = Parameters<typeof mayCopyFor>[1] & { boardId: number }

/** The board of a post whose pictures may be fetched; its author then has room of their own. */
async function copiesFor(ctx: AppContext, post: Shown) {
  const board = (await listAllBoards(ctx)).find(({ id }) => id === post.boardId)
  return board && mayCopyFor(board, post) ? { board, ownerId: post.authorId } : undefined
}

const IN_A_RUN = 4
/** Longer than one picture may take. */
const HELD_MS = 5 * 60_000
const MINUTE = 60_000
/** After each failure; after the last one it stays a link until the text is saved again. */
const WAITS = [5 * MINUTE, 60 * MINUTE, 720 * MINUTE]

/** Fetches a few pictures, one after the other. @returns how many came */
export async function fetchImageCopies(ctx: AppContext): Promise<number> {
  let came = 0
  for (const copy of await repository.selectDue(ctx.db, ctx.clock.now(), IN_A_RUN)) if (await fetchCopy(ctx, copy)) came += 1
  return came
}

async function fetchCopy(ctx: AppContext, copy: ImageCopy): Promise<boolean> {
  if (!(await repository.holdCopy(ctx.db, copy, new Date(ctx.clock.now().getTime() + HELD_MS)))) return false
  // The post may have been hidden, or made secret, since it was noted.
  const text = await findShownText(ctx.db, copy.postId)
  const whose = text && (await copiesFor(ctx, text))
  const taken = whose === undefined ? 'never' : await takeImage(ctx, copy, whose)
  if (typeof taken === 'string') {
    const wait = taken === 'later' ? WAITS[copy.failures] : undefined
    const dueAt = wait === undefined ? null : new Date(ctx.clock.now().getTime() + wait)
    await repository.saveFailure(ctx.db, copy, copy.failures + 1, dueAt)
    return false
  }
  const isShown = await inTransaction(ctx.db, (trx) => giveToPost(trx, copy, taken.key))
  if (isShown) await refreshBody(ctx, copy.postId)
  return isShown
}

/** Unless the text has lost the picture meanwhile: then the file is nobody's, and the sweeper takes it. */
async function giveToPost(trx: AppContext['db'], copy: ImageCopy, fileKey: string): Promise<boolean> {
  const held = await holdPost(trx, copy.postId)
  const text = held && (await findShownText(trx, copy.postId))
  if (!text || !linkedFrom(text.source).images.includes(copy.url)) return false
  await repository.saveCopy(trx, copy, fileKey)
  await addFile(trx, { postId: copy.postId, ownerId: text.authorId ?? 0, key: fileKey })
  return true
}
