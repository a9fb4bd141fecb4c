import type { AppContext, Reader, Viewer } from '../../context.ts'
import { Forbidden, Gone, LogInFirst, NotFound } from '../../lib/http/errors.ts'
import { canReadOn, canWriteOn, seesAllPosts } from '../boards/boards.policy.ts'
import { loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import { draftOfPoll } from '../polls/poll-form.types.ts'
import { findPoll } from '../polls/polls.read-models.ts'
import { listTagsOf } from '../tags/tags.read-models.ts'
import { tagsText } from '../tags/tags.types.ts'
import { findExtraFields, listLinks } from './post-extras.repository.ts'
import { linkFieldName, readExtraValues } from './post-extras.types.ts'
import { canDeletePost, canEditPost, canReadPost, isPrivate, leavesStub, type Readable } from './posts.policy.ts'
import { findPost, findSource } from './posts.repository.ts'
import type { Post } from './posts.types.ts'

/**
 * @throws NotFound when there is no such post, or none for this viewer. Where titles are listed to all but read by members, the post is no
 * secret: the way in is said instead.
 */
export async function loadPost(ctx: AppContext, viewer: Viewer, board: Board, number: number): Promise<Post> {
  return admit(viewer, board, await findPost(ctx.db, board.id, number))
}

/** @throws what the viewer is to be told in place of the post */
export function admit<P extends Readable>(viewer: Viewer, board: Board, post: P | undefined): P {
  if (!canReadOn(viewer, board)) throw viewer.memberId === null ? new LogInFirst() : new Forbidden('read level', 'posts.mayNotRead')
  // Its row stands in the list for all to see: only what it says is secret.
  if (post?.status === 'visible' && post.secret === 1 && seesAllPosts(viewer, board) && !canReadPost(viewer, board, post)) {
    throw viewer.memberId === null ? new LogInFirst() : new Forbidden('secret', 'posts.secret')
  }
  if (post && leavesStub(viewer, board, post)) throw new Gone('deleted', 'posts.removedByAuthor')
  if (!post || !canReadPost(viewer, board, post)) throw new NotFound('no such post')
  return post
}

/** For the pages that ask before something is changed. */
export async function loadOwnPost(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  { number, may }: { number: number; may: 'edit' | 'delete' },
): Promise<Post> {
  const post = await loadPost(ctx, viewer, board, number)
  if (may === 'edit' && !canEditPost(viewer, board, post)) throw new Forbidden('may not edit', 'posts.mayNotEdit')
  if (may === 'delete' && !canDeletePost(viewer, board, post)) throw new Forbidden('may not delete', 'posts.mayNotDelete')
  return post
}

/** What a post said at one of its versions: until the next change of its text. null: taken out of its history, or kept no more. */
export async function findTextOf(
  { db }: AppContext,
  { postId, version, now }: { postId: number; version: number; now: string },
): Promise<string | null> {
  const rows = db('post_revisions').where({ postId }).where('version', '>=', version)
  const next = await rows.orderBy('version').first<{ source: string | null } | undefined>('source')
  return next === undefined ? now : next.source
}

/** A post as its form shows it, before anyone typed. */
export async function loadDraft(ctx: AppContext, { zone }: Pick<Reader, 'zone'>, post: Post): Promise<Record<string, string>> {
  const [source, tags, links, fields, poll] = await Promise.all([
    findSource(ctx.db, post.id),
    listTagsOf(ctx.db, post.id),
    listLinks(ctx.db, post.id),
    findExtraFields(ctx.db, post.id),
    findPoll(ctx.db, post.id),
  ])
  return {
    ...readExtraValues(fields),
    ...(poll ? draftOfPoll(poll, zone) : {}),
    ...Object.fromEntries(links.map(({ position, url }) => [linkFieldName(position), url])),
    title: post.title,
    version: String(post.version),
    body: source ?? '',
    category: post.categoryId === null ? '' : String(post.categoryId),
    secret: post.secret === 1 ? 'yes' : '',
    comments: post.commentsClosed === 1 ? 'closed' : '',
    publish: isPrivate(post) ? 'private' : 'now',
    tags: tagsText(tags),
  }
}

export async function loadBoardToWriteOn(ctx: AppContext, viewer: Viewer, slug: string): Promise<Board> {
  const board = await loadBoard(ctx, viewer, slug)
  if (board.mergingInto !== null) throw new Forbidden('the board is being merged', 'boards.merging')
  if (!canWriteOn(viewer, board)) throw new Forbidden('write level', 'posts.mayNotWrite')
  return board
}
